//! The help of `okr lint`, `check` and `waive`.

pub const CHECK: &str = "Names every problem of the files: path:line:col, the rule, and what to do";
pub const CHECK_EXAMPLES: &str = "\
Examples:
  okr check
  okr check okrs/teams/payments
  okr --workspace ../okrs check --json";
pub const CHECK_PATHS: &str =
    "Files or folders: the workspaces they lie in are checked; this one when left out";
pub const LINT_FORMAT_TEXT: &str = "For people, as compilers write";
pub const LINT_FORMAT_JSON: &str = "For scripts";
pub const LINT_FORMAT_GITHUB: &str = "Annotations of a GitHub workflow";
pub const LINT_FORMAT_SARIF: &str = "For code scanning, SARIF 2.1.0";
pub const LINT: &str =
    "Asks what a good facilitator would ask: of the open quarters, of files, or of sentences on stdin";
pub const LINT_EXAMPLES: &str = "\
Examples:
  okr lint                                             every open quarter
  okr lint teams/payments --format github              files and folders of a workspace
  okr lint --explain output-verb
  echo '{\"id\":\"a\",\"text\":\"Ship the new editor\"}' | okr lint --jsonl";
pub const LINT_FOOT: &str = "\
Exit codes: 0 nothing to ask, 1 something to ask, 2 usage, 3 no workspace or a file that cannot be read.
The level of a rule stands in okr.toml: [lint] output-verb = \"off\", \"ask\" or \"warn\". One answer: okr waive.
--jsonl takes {\"id\", \"text\", \"objective\"} a line, knows no workspace, and answers each line by one.";
pub const LINT_PATHS: &str =
    "A workspace, or files and folders in it; every open quarter of the workspace when left out";
pub const LINT_FORMAT: &str = "How to print";
pub const LINT_WAIVED: &str = "List what was waived as well";
pub const LINT_JSONL: &str = "Read key results from stdin, one JSON object a line";
pub const LINT_OBJECTIVES: &str = "With --jsonl: the lines are objectives";
pub const LINT_EXPLAIN: &str = "Say all about one rule";
pub const LINT_RULES: &str = "List the rules";
pub const WAIVE: &str = "Answers a question of `okr lint` with a reason, so that it is not asked again; the reason stays beside what it is about";
pub const WAIVE_EXAMPLES: &str = "\
Examples:
  okr waive sign-in-failures data-not-in-hand --reason \"the bank sends it on Mondays\"
  okr waive quarter all-handed-down --reason \"a year of regulation\"
  okr waive sign-in-failures data-not-in-hand --again      ask it again";
pub const WAIVE_ID: &str = "The objective or key result; `quarter` for the set";
pub const WAIVE_RULE: &str = "The rule, as `okr lint` names it";
pub const WAIVE_REASON: &str = "Why it needs no answer here";
pub const WAIVE_AGAIN: &str = "Takes the waiver back";
