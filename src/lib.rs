//! Quarterdeck leads an engineering team through its OKR quarter.
//!
//! This page is the tour: a screen and the names of its regions, the map of modules, the way of the data, the words, and
//! where a new thing is added.
//!
//! # A screen and its names
//!
//! The terminal at 80 columns, cut short below. [`tui::view::view`] draws it from top to bottom.
//!
//! ```text
//! Payments · 2027-Q1   0  1  ◆ Check-ins  3  4            Check-in 3 of 6 tomorrow   header: place, tabs, note
//! ────────────────────────────────────────────────────────────────────────────────
//! Check-in 3 of 6 ───────────────── 9 to log  Key result ─────────────────────────   panels: title, note
//!   Fri 12 Feb 2027  no decision yet          Sign-in failures caused by             list and detail
//!   Sign-in that shoppers and shops can…      authentication from 2.3 % to 0.5 %
//! ▸   ☐ sign-in failures caused by            of all sign-ins by 31 March            ▸ selected row
//!       authentication
//!       ▂▃  2.3 % → 0.5 %  moved 28 %         2.3 %  ──◆───┼─▶  0.5 %   by 31 Mar    trend, movement,
//!       ▰▰▱ Even 50                                now 1.8 %                           what the room believed
//!     ☐ support requests about lost sign-in         0.7 mark 1.04 %                  target line: ◆ now,
//!       ▁▁  14 per month → 6 per month        moved 28 % of the way                    ┼ the mark of 0.7
//!       away -19 %  ▰▱▱ Unlikely 30
//!       ! blocked: Mail goes out after 4      opening vote 50, spread 40
//! effort so far 17 h 29 of 32 h, 2.19 of 4 person-days                               status
//! ────────────────────────────────────────────────────────────────────────────────
//! Enter log  D decide  d change  C correct  x take back         S session  ? more    footer: hints
//! ```
//!
//! A form, a menu, or help and palette ([`tui::state::Overlay`]) takes the place of the panels. From 120 columns on a
//! guide stands beside them and says what the step asks; below, `w` shows it in the place of the detail; below 80 list
//! and detail take turns; below 60x16 one sentence stands alone ([`tui::fit::SizeClass`]). An arrow in the last column
//! of a panel says that there is more.
//!
//! # The map
//!
//! ```text
//! main ─▶ cli, tui ─▶ settings, report, sync, store, method ─▶ coach ─▶ domain
//! all of them ─▶ words
//! ```
//!
//! | Module | Holds | Does not know |
//! |---|---|---|
//! | [`domain`] | the values of a quarter, its arithmetic, and what a team can decide | files, clock, terminal |
//! | [`coach`] | what a sentence says, and what a good facilitator would ask about it | the team's files |
//! | [`method`] | how a team is led: steps, texts, fields, calendar, budget, what needs attention | the team's files, keys |
//! | [`store`] | the folder of TOML files: load, check, merge, patch, write | the method, screens |
//! | [`sync`] | the team's own git: commit, pull, push, what several clones come to | the method, screens |
//! | [`report`] | text and JSON, as values | where it is printed |
//! | [`settings`] | what a person chose for this machine, and the one table of all that can be done with its keys | the screens |
//! | [`cli`] | one file a verb; prints what it answers | the state of the terminal |
//! | [`tui`] | the screens; [`tui::run`] and [`tui::plain`], which plays a session line by line, alone touch terminal, clock and store | |
//! | [`words`] | what is said to people, in one place, ready to be translated | what it is said of |
//!
//! Within [`tui`]: [`tui::screens`] hold what one screen lists and does, [`tui::forms`] what is typed, [`tui::widgets`]
//! how a piece looks; [`tui::room`] plays a session, [`tui::boards`] show its steps. Screens know no store and no clock; widgets know no quarter. `tests/layers.rs` reads the sources and
//! fails on an arrow that points the other way, on a clock or file in a layer that takes them as values, on a colour in
//! a screen, and on a function or file that has grown too long.
//!
//! # The way of the data
//!
//! ```text
//! key, paste, resize ─┐
//! others write ───────┴─▶ Event ─▶ Message ─▶ update(&mut State) ─▶ [Effect] ─▶ run ─▶ store
//!                                    ▲                                           │
//!                                    └─── Saved | Refused | Overtaken | Loaded ──┘
//! after every message: view(&State)
//! ```
//!
//! Only what is needed is read. Before the first frame that is one quarter ([`store::Store::outline`] and
//! [`store::Store::open_quarters`]); its team, of the others what concerns it ([`store::Store::load_team`]) and their names
//! are read on a thread behind it and come as [`tui::message::Message::Read`]; another team is read when somebody goes there,
//! all that run beside it when somebody goes to the map. Of the rest
//! [`domain::workspace::Workspace::unopened`] knows the names. A key that comes first waits for its team, so that no decision
//! is made on half of it. After each message [`tui::update::settle`] works out what the frames until the next one show.
//!
//! A decision is a value. A function of [`domain::decision`] looks at the workspace and gives a
//! [`domain::change::Change`] (a sentence and its edits, each a record before and after), or a
//! [`domain::change::Refusal`] that names every stop. Nothing is changed in memory before it stands on disk. The inverse
//! of a change is its undo; the last of them are kept over restarts ([`store::undo`]).
//!
//! **One key press.** At a check-in, `1.4` stands in the form and somebody presses Enter.
//!
//! 1. [`tui::event::Events::wait`] gives an [`tui::event::Event::Key`]; [`tui::run::run`] makes it a
//!    [`tui::message::Message::Key`] and calls [`tui::update::update`].
//! 2. [`settings::keymap::Keymap::meaning`] finds the row of the key in this [`settings::actions::Context`]: the
//!    footer, the help and `okr keys` read the same row. [`tui::actions::enabled`] says yes, or why not.
//! 3. [`tui::forms::update`] asks the form's [`tui::forms::Subject`] for a change: [`tui::forms::Form::write`] hands each
//!    text to its row of [`method::fields::CHECK_IN`], which reads it or says what would fit;
//!    [`domain::decision::Desk::log`] checks the [`domain::check_in::Sitting`] and gives the change.
//! 4. `update` returns [`tui::message::Effect::Save`]; the state is as it was.
//! 5. The loop calls [`store::Store::save`]: it takes the [`store::lock::Lock`], reads each file again, merges what
//!    others wrote ([`store::merge::merge`]), puts the difference into the text ([`store::patch::patch`]) and replaces
//!    the file in one step ([`store::write::replace`]; a new one is made by [`store::write::create`]). What was written is
//!    a step that can be taken back ([`store::Store::turn`]).
//! 6. [`tui::message::Message::Saved`] carries the records as they now stand; `update` takes them in
//!    ([`domain::workspace::Workspace::apply`], [`domain::workspace::Workspace::put`]) and
//!    opens the next form. [`tui::view::view`] draws.
//!
//! Refused at 3, the form says why at the field. Refused at 5 ([`store::SaveError`]), the form stays as it is and what
//! was wanted is kept as a draft. Where somebody else wrote into the same field ([`tui::forms::Theirs`]), theirs stands
//! in the file, the form shows both, and saving once more or taking theirs is the person's choice.
//!
//! **One answer of a room.** In a session somebody presses `s`: the plan stands.
//!
//! 1. The key is none of those of the room ([`settings::actions::RoomAction`]), so [`tui::room::press`] looks for it
//!    among what the step takes: [`method::session::offers::offers`], a letter each. Some are taken at once, some are asked for in a few blanks
//!    ([`method::session::offers::Ask`], whose sheet both the forms and `okr --plain` fill in).
//! 2. [`method::session::Player::act`] gives the session as it is afterwards, the change, and what is to be said. The
//!    player knows no screen, no clock and no file.
//! 3. The change goes the way of any change; before it is saved it stands in the session's record
//!    ([`store::resume::Held`]) with the session as it will be. Once it is saved the screen goes on with that session
//!    ([`tui::room::go_on`]) and the record lets go of the change. A program killed anywhere between does the rest when the
//!    session is recalled.
//! 4. [`tui::boards`] draw the board of the step: a function of the scene, one row a board.
//!
//! **One command.** `okr checkin sign-in --value 1.4%`.
//!
//! 1. `main` calls [`cli::run`]: `clap` reads the arguments, the verb's file (`src/cli/checkin.rs`) runs.
//! 2. The workspace is found upwards from here; of it the team that is meant is read ([`store::Store::open_team`]), with all
//!    its [`store::problem::Problem`]s; [`domain::decision::Desk::at`] sits down at the quarter meant.
//! 3. The same row of [`method::fields::CHECK_IN`] reads `1.4%`; the same [`domain::decision::Desk::log`] decides; the
//!    same [`store::Store::save`] writes.
//! 4. The verb returns text, JSON and an exit code; `src/cli/print.rs` prints one of the two.
//!
//! # The words
//!
//! One meaning each, in code, files and on screen.
//!
//! | Word | Meaning |
//! |---|---|
//! | workspace | [everything](domain::workspace::Workspace) in one folder: teams, cycles, quarters |
//! | cycle | a [stretch of time](domain::cycle::Cycle) with a first and a last day, shared by teams |
//! | quarter | [one team's cycle](domain::quarter::Quarter): its set, check-ins, scores, notes, effort |
//! | frame | what holds for a [quarter as a whole](domain::frame::Frame): its dates, ground rules, lists |
//! | objective | [what we try to achieve](domain::objective::Objective), in words, without a number |
//! | key result | [how we will know](domain::key_result::KeyResult): one measure with baseline, target and day |
//! | measure | [metric, aggregation, scope, unit, baseline, target](domain::measure::Measure) |
//! | set | the objectives of a quarter with their key results |
//! | commit | the set is frozen; what changes later is a [revision](domain::key_result::Revision) with date and reason |
//! | reading | what a measure says on a day |
//! | sitting | one file of [check-ins](domain::check_in::Sitting) given together; a correction supersedes it |
//! | check-in | reading, confidence, what changed, what blocks, for [one key result](domain::check_in::CheckIn) |
//! | round | what the sittings around [one check-in day](method::check_ins::Round) say together |
//! | confidence | how likely, 0 to 100, the target is reached in full by its day; [nameless](domain::confidence::Confidence) |
//! | progress | [how far it moved](domain::score::Progress), never cut off: "moved away: -19 %" |
//! | score | [0.0 to 1.0](domain::score::Score); the formula proposes it, the room decides |
//! | dropped, reads later | left out of scores and [counted apart](domain::scoring::Outcome); neither is 0 |
//! | no data | nothing was read; never 0 |
//! | baseline | the number at the start, with its day and its source |
//! | guardrail | one measure that must not get worse meanwhile |
//! | assumption | what we [take for granted](domain::objective::Assumption), and how we would notice it is wrong |
//! | dependency | what [another team](domain::dependency::Dependency) must do, by when |
//! | answer | what a team says to [what another asks of it](domain::between::Asked), in its own files |
//! | map | [every team of a cycle](method::alignment::Map), what each contributes to, and who waits for whom |
//! | initiative | how we go about a key result; changes freely |
//! | delivery list | work with a date, unscored |
//! | not now, keep running | what we say no to, by name; what simply goes on |
//! | contribution | the sentence in which an objective helps one of the level above |
//! | hand-over | [what a quarter leaves](method::hand_over) to the next setting; each point is ticked |
//! | stop | a [reason not to go on](domain::change::Stop): hard, or asking for a reason that is kept |
//! | contact | who fetches the number; nobody owns a key result |
//! | session | [a meeting](method::session) played step by step on one shared screen; its record survives a crash |
//! | offer | [what a step takes](method::session::offers::Offer) from the room now, by a letter |
//! | effort | [person-minutes](domain::effort::PersonMinutes) that the process itself costs |
//!
//! Ids such as `SET-9` or `RET-7` name the step of the method a rule belongs to ([`method::step::Step`]).
//!
//! # Where a new thing is added
//!
//! - **A screen**: a file in `src/tui/screens/` that implements [`tui::screens::Screen`], its `mod` line and a row in
//!   the list of `src/tui/screens.rs`; a file in `src/settings/actions/` with its title and rows, and a row in the list
//!   of [`settings::actions`]; a `go.` row with its key in `src/settings/actions/global.rs`. Tabs, footer, help, palette
//!   and `okr keys` follow; the README's key table is compared by a test.
//! - **An action**: a row in the file of its place in `src/settings/actions/` ([`settings::actions`]), and its words in
//!   [`words::actions`]; the compiler names where it is done.
//! - **A text**: in [`words`], by a name that says what it says; a test finds one that stands elsewhere, and help that is
//!   written as a comment.
//! - **A form**: a variant of [`tui::forms::Subject`] with its arms in `src/tui/forms/subject.rs`, one that makes the
//!   form and one that makes the change; the compiler names both.
//! - **A field**: a member of the record in [`domain`] and a row in its table of [`method::fields`]. Forms, `okr add`,
//!   `okr set` and `okr show` follow; its type says how it is typed, unless the row does. The key in the file is the member's
//!   name unless serde says otherwise. An old file without it must still read. Where it holds words, it stands in
//!   `src/method/find/says.rs` as well; a test names one that is forgotten.
//! - **A word of a closed list**: a value in its `closed_list!` in [`domain`] ([`domain::word`]). Forms, sessions, commands
//!   and shells offer it.
//! - **A verb**: a file in `src/cli/` with its arguments and `run`, its `mod` line and a row in the list `verbs!` of
//!   `src/cli.rs`. The README shows an example of each; a test looks.
//! - **A list of `okr list`**: a row in [`report::list::LISTS`].
//! - **A rule of `okr check`**: a row in [`store::check::RULES`] and one pure function; one folder that keeps the rule
//!   and one that breaks it in `tests/workspaces/`.
//! - **A step, its prompts, its timebox**: in `assets/steps/`; a new id also in the list of [`domain::step`], a new
//!   board in that of [`method::step::Board`] and in [`tui::boards`].
//! - **What a step takes from the room**: a line in the file of its phase in `src/method/session/`, `choosing`, `agreeing`,
//!   `check_in` or `closing`; where it takes more than a key, a variant of [`method::session::offers::Ask`] and its sheet
//!   there. Footer, help, forms and the plain prompts follow.
//! - **A rule of the coach**: a row in [`coach::rule`], its words in `assets/lints.toml`, and one pure function beside those
//!   that look at the same ([`coach::rules`]); one folder that raises it and one that does not in `tests/workspaces/`.
//! - **A sentence, a theme, a metric**: in `assets/`, by the rules of `assets/README.md`.

pub mod cli;
pub mod coach;
pub mod domain;
pub mod method;
pub mod report;
pub mod settings;
pub mod store;
pub mod sync;
pub mod tui;
pub mod words;
