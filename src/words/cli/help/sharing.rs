//! The help of `okr sync`, `merge-driver`, `export`, `import` and `migrate`.

pub const EXPORT_FORMAT_MD: &str = "Markdown";
pub const EXPORT_FORMAT_HTML: &str = "One page for a browser";
pub const EXPORT_FORMAT_CSV: &str = "A table";
pub const EXPORT_FORMAT_JSON: &str = "Everything";
pub const EXPORT_FORMAT_ICS: &str = "A calendar";
pub const EXPORT: &str =
    "Writes a quarter for others: one page, one table, the calendar, or everything. Each carries the notice";
pub const EXPORT_EXAMPLES: &str = "\
Examples:
  okr export --format md                        for a pull request or a wiki
  okr export -o payments.html                   one file with its charts, opens offline and prints
  okr export --format csv --history             every quarter of the team, a row a key result
  okr export -o figures.csv --figures           how right the team was: the history's own figures
  okr export --format ics --all -o okr.ics      the meetings of every team
  okr export --format json -o all.json          everything; okr import --json reads it back";
pub const EXPORT_FORMAT: &str = "What is written; by the ending of the file where it is left out";
pub const EXPORT_OUTPUT: &str = "Where; without it, or with -, to stdout";
pub const EXPORT_ALL: &str = "Every team that has the cycle";
pub const EXPORT_HISTORY: &str = "Every quarter of the team, oldest first";
pub const EXPORT_FIGURES: &str =
    "The history's own figures alone: calibration, expected and reached, scores, what pays back late";
pub const EXPORT_TEMPLATES: &str = "The folder with quarter.md or quarter.html of your own";
pub const IMPORT: &str =
    "Takes in what another tool or another workspace holds; says what did not fit, and invents nothing";
pub const IMPORT_EXAMPLES: &str = "\
Examples:
  okr import okrs.csv --dry-run                 what its columns would become, and what does not fit
  okr import okrs.csv --map target=Ziel,contact=
                                                a column by its name; none for what stays out
  okr import --json all.json new-folder         a workspace as it was exported
  okr import --json all.json                    into this one: what is here already stays as it is
  okr import --json all.json --dry-run          only says what would come in";
pub const IMPORT_FILE: &str = "The file; - for stdin";
pub const IMPORT_DIR: &str = "A new folder for a workspace; without it into the one found from here";
pub const IMPORT_MAP: &str =
    "Which column of a spreadsheet is which field; nothing behind the sign leaves the field out";
pub const IMPORT_DRY_RUN: &str = "Only says what would come in";
pub const MERGE_DRIVER: &str =
    "Merges three versions of a record for git, field by field; the outcome replaces the second";
pub const MERGE_DRIVER_EXAMPLES: &str = "\
Examples:
  okr merge-driver -- %O %A %B %P %X %Y      as git is told by okr sync --install";
pub const MERGE_DRIVER_BASE: &str = "What both sides began with";
pub const MERGE_DRIVER_OURS: &str = "Ours, where the outcome is written";
pub const MERGE_DRIVER_THEIRS: &str = "Theirs";
pub const MERGE_DRIVER_PATH: &str = "What the file is called";
pub const MERGE_DRIVER_SIDES: &str =
    "What git calls ours and theirs, each with its path where the paths differ";
pub const MIGRATE: &str =
    "Brings the files of an older format to the one this version writes; comments and unknown keys stay";
pub const MIGRATE_LONG: &str = "\
Brings the files of an older format to the one this version writes; comments and unknown keys stay.\n\n\
A newer version reads older files as they are, so that this is never needed to look at them.";
pub const MIGRATE_EXAMPLES: &str = "\
Examples:
  okr migrate --dry-run     what would change, and nothing does
  okr migrate";
pub const MIGRATE_DRY_RUN: &str = "Show what would change and change nothing";
pub const SYNC: &str = "Commits what was changed in the workspace, takes in what others shared, and pushes";
pub const SYNC_EXAMPLES: &str = "\
Examples:
  okr sync
  okr sync --dry-run                 what would be committed, and nothing is changed
  okr sync -m \"after the mid-quarter\"
  okr sync --mine sign-in-failures   where others set the same field: yours after all
  okr sync --install                 git merges the files field by field, for those who pull by hand";
pub const SYNC_DRY_RUN: &str = "Show what would be committed and change nothing";
pub const SYNC_NO_PUSH: &str = "Commit and pull, but do not push";
pub const SYNC_MESSAGE: &str = "The first line of the commit, instead of the one made from the changes";
pub const SYNC_MINE: &str =
    "Where others set the same field: take what is kept of yours, all of it or what is about one id";
pub const SYNC_THEIRS: &str =
    "Where others set the same field: leave theirs and forget what is kept of yours";
pub const SYNC_INSTALL: &str =
    "Tell git in this clone, and by .gitattributes everyone's, how to merge the files field by field";
