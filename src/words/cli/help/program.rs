//! The help of the program itself: `okr`, the options of every verb, `init`, `demo`, `undo`, `redo`, and what sets it up.

pub const OKR: &str = "Leads a team through its OKR quarter: setting, check-ins, scoring, retrospective";
pub const EVERY_PLAIN: &str = "Play a session as numbered prompts, line by line: for a screen reader";
pub const EVERY_PRESENT: &str = "Play a session shown large, with what is private hidden";
pub const EVERY_WORKSPACE: &str = "The folder with okr.toml";
pub const EVERY_TEAM: &str =
    "The team, by name, id or a unique beginning; with `init`: the name of a new one";
pub const EVERY_CYCLE: &str = "The cycle, such as 2027-q1";
pub const EVERY_JSON: &str = "Print JSON, with a version";
pub const EVERY_COLOR: &str = "Whether the screens have colours: auto, always, never";
pub const EVERY_ASCII: &str = "Draw with ASCII signs only";
pub const EVERY_NO_MOUSE: &str = "Leave the mouse to the terminal";
pub const EVERY_THEME: &str = "The colours of the screens: terminal, dark, light, high-contrast, mono, auto";
pub const EVERY_NO_INPUT: &str = "Never ask, not even on a terminal";
pub const COMPLETIONS: &str = "Prints what your shell needs to complete the command line";
pub const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  okr completions bash > ~/.local/share/bash-completion/completions/okr
  okr completions zsh > ~/.zfunc/_okr                 with ~/.zfunc in your fpath
  okr completions fish > ~/.config/fish/completions/okr.fish
  okr completions nushell | save --force ~/.config/nushell/autoload/okr.nu
  okr completions powershell >> $PROFILE";
pub const COMPLETIONS_SHELL: &str = "The shell";
pub const CONFIG_PATH: &str = "Prints where settings, drafts and the rest of what is yours stand";
pub const CONFIG_INIT: &str =
    "Writes the files of settings with every line a comment; files that are there stay as they are";
pub const CONFIG: &str = "Your own settings of the screens: looks, mouse, bell and keys";
pub const CONFIG_EXAMPLES: &str = "\
Examples:
  okr config                what holds now
  okr config init           writes config.toml and keys.toml, every line a comment
  okr config path           where they stand";
pub const DEMO: &str =
    "The screens on a temporary copy of the sample: nothing to lose; without a terminal its status";
pub const DEMO_EXAMPLES: &str = "\
Examples:
  okr demo                      a quarter mid-way
  okr demo --phase setting      the next quarter while it is being set
  okr demo --phase retro        the last days: scored, ready for the retrospective";
pub const DEMO_PHASE: &str = "Where in the quarter to look around";
pub const DOCTOR: &str =
    "Looks at the terminal, your settings, the programs around and the files, and says what to do";
pub const DOCTOR_EXAMPLES: &str = "\
Examples:
  okr doctor
  okr doctor --json";
pub const INIT: &str = "Makes a workspace; in one, adds a team or opens its next quarter";
pub const INIT_EXAMPLES: &str = "\
Examples:
  okr init --team Payments --people \"Ada, Lin\" --objective \"Sign-in people can rely on\"
  okr init okrs --team Payments --cycle 2027-Q1
  okr --team payments init --cycle 2027-Q2      in a workspace: opens the next quarter
  okr init okrs --sample                        a copy of the sample, to keep";
pub const INIT_DIR: &str = "The new folder; without it the workspace found from here, else this folder";
pub const INIT_LEVEL: &str = "company, function or team";
pub const INIT_PEOPLE: &str = "Who is in the room, parted by commas";
pub const INIT_OBJECTIVE: &str = "A first objective";
pub const INIT_ORGANISATION: &str = "The name of the whole";
pub const INIT_FIRST: &str = "The first day, where the cycle is no calendar quarter";
pub const INIT_LAST: &str = "The last day, where the cycle is no calendar quarter";
pub const INIT_SAMPLE: &str = "Copy the sample: three teams, a closed, a running and a coming quarter";
pub const KEYS: &str = "Lists everything the screens can do, with its keys";
pub const KEYS_EXAMPLES: &str = "\
Examples:
  okr keys
  okr keys --json";
pub const MAN: &str = "Prints the manual page, or writes those of all verbs into a folder";
pub const MAN_EXAMPLES: &str = "\
Examples:
  okr man | man -l -
  okr man checkin | man -l -
  okr man --into ~/.local/share/man/man1      then: man okr, man okr-checkin";
pub const MAN_VERB: &str = "A verb; without one the page of the whole";
pub const MAN_INTO: &str = "Writes every page into this folder";
pub const REDO: &str = "Does again what `okr undo` took back last";
pub const REDO_EXAMPLES: &str = "\
Examples:
  okr redo             the change that was taken back last
  okr redo --list      what can be done again, the next first";
pub const SCHEMA: &str = "Prints the JSON Schema of a kind of file; without one, lists the kinds";
pub const SCHEMA_EXAMPLES: &str = "\
Examples:
  okr schema                                        the kinds and their files
  okr schema key-result
  okr schema --into .schemas > .taplo.toml          for Even Better TOML and taplo";
pub const SCHEMA_FOOT: &str = "\
With --into every schema is written, and what is printed is a .taplo.toml that tells the editor which file has which:
run it in the folder with okr.toml, and the editor checks and completes all files below.";
pub const SCHEMA_KIND: &str = "A kind of file";
pub const SCHEMA_INTO: &str = "Writes every schema into this folder";
pub const UNDO_STEPS_COUNT: &str = "How many changes";
pub const UNDO_STEPS_LIST: &str = "Only lists them";
pub const UNDO: &str = "Takes back what you changed last in this workspace, by whatever window or command";
pub const UNDO_EXAMPLES: &str = "\
Examples:
  okr undo             the last change
  okr undo 3           the last three, one by one
  okr undo --list      what can be taken back, the last first";
