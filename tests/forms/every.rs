//! The table of all forms: which quarter each opens in, what else must stand in it for a save to go through, which keys
//! lead there, and one thing that is mistyped there in a real terminal.

use quarterdeck::coach::rule::Rule;
use quarterdeck::domain::decision::{AskedOf, List};
use quarterdeck::domain::id::{KeyResultId, LineId, NoteId, ObjectiveId, SittingId};
use quarterdeck::domain::quarter::KeyResultKey;
use quarterdeck::domain::retrospective::{Judged, NoteKind};
use quarterdeck::tui::forms::{Droppable, Subject, Work};
use quarterdeck::tui::state::State;

use super::{quarter, quarter_of};

/// One form: where it opens and what makes it whole.
pub struct Row {
    /// Its name in the table.
    pub name: &'static str,
    /// The cycle it opens in.
    pub cycle: &'static str,
    /// What it is about, found in that quarter.
    pub subject: fn(&State) -> Subject,
    /// What its other fields need.
    pub with: &'static [(&'static str, &'static str)],
    /// The keys that lead there; what begins with `>` is a row to select.
    pub by: &'static [&'static str],
    /// A field by its label, what is typed into it by mistake, and what is said then.
    pub mistyped: (&'static str, &'static str, &'static str),
}

/// Stands for a text of ten thousand letters.
pub const HUGE: &str = "huge";
/// What is said of it.
const TOO_LONG: &str = "more than 2000 characters";
/// What is said of a line that says nothing.
const EMPTY: &str = "it cannot be empty; write one line";
/// What is said of a number that is none.
const NO_NUMBER: &str = "is not a number; write it like 1.4";
/// What is said of a day that does not exist.
const NO_DAY: &str = "the calendar has no";

impl Row {
    /// Goes to its quarter and says what it is about.
    pub fn at(&self, state: &mut State) -> Subject {
        state.place = Some(quarter_of(self.cycle));
        (self.subject)(state)
    }
}

/// Makes the table, and does not compile while a form is missing from it.
macro_rules! every_form {
    ($($name:ident $(($($make:expr),+))?, $cycle:literal, [$($with:expr),* $(,)?],
       [$($by:literal),*] $mistyped:expr;)+) => {
        /// Every form there is.
        pub const EVERY: &[Row] = &[$(Row {
            name: stringify!($name $(($($make),+))?),
            cycle: $cycle,
            subject: |_state| Subject::$name $(($($make(_state)),+))?,
            with: &[$($with),*],
            by: &[$($by),*],
            mistyped: $mistyped,
        }),+];

        #[expect(unreachable_patterns, reason = "some forms stand twice, about different things")]
        const _: fn(&Subject) = |subject| match subject {
            // What the room is asked is typed in a session; its blanks are read by tests of their own.
            Subject::Room(_) => {}
            $(Subject::$name { .. } => {})+
        };
    };
}

every_form! {
    FirstRun, "2027-q1", [("team", "Search")],
        ["c"] ("quarter", "soon", "name a quarter like 2027-Q1");
    NewTeam, "2027-q1", [("name", "Search")],
        ["0", "n", "t"] ("name", HUGE, TOO_LONG);
    Team(team), "2027-q1", [],
        ["0", ">2027-Q1  Payments", "e", "t"] ("parent", "../../etc", "a-z");
    Was(team), "2027-q1", [("turn", "renamed"), ("was", "Billing")],
        ["0", ">2027-Q1  Payments", "e", "w"] ("until", "31 April", NO_DAY);
    NewQuarter(team), "2027-q1", [("cycle", "2027-q3")],
        ["0", "n", "c"] ("first day", "30 February", NO_DAY);
    NewEffort, "2027-q1", [("title", "Check-in 2"), ("minutes", "12"), ("people", "3")],
        ["0", "n", "e"] ("minutes", "1e999", "a whole number from 1");
    Effort(effort), "2027-q1", [],
        ["0", ">Check-in 1", "e"] ("people", "NaN", "a whole number from 1");
    Cycle(cycle), "2027-q1", [],
        ["0", ">2027-Q1  Payments", "e", "d"] ("last day", "2027-02-30", NO_DAY);
    Settings, "2027-q1", [],
        ["0", ">2027-Q1  Payments", "e", "s"] ("hours a day", "∞", "a whole number from 1");
    Frame, "2027-q1", [],
        ["1", ">Ground rules", "<enter>"] ("sponsor's promise", HUGE, TOO_LONG);
    NewObjective, "2027-q2", [("title", "Refunds nobody has to ask about")],
        ["1", ">Builds nobody", "n", "o"] ("objective", "", "is missing; write one line");
    Objective(objective), "2027-q2", [],
        ["1", ">Builds nobody", "<enter>"] ("objective", "", EMPTY);
    NewKeyResult(objective), "2027-q2", [("title", "Refunds in a day")],
        ["1", ">Builds nobody", "n", "k"] ("sentence", HUGE, TOO_LONG);
    KeyResult(key_result), "2027-q2", [],
        ["1", ">CI duration", "<enter>"] ("baseline", "3 bananas", "this measure is read in min");
    KeyResult(key_result), "2027-q1", [("target", "0.4"), ("revision", "the provider has changed")],
        ["1", ">sign-in failures", "<enter>"] ("target", "3 bananas", "this measure is read in %");
    Rewrite(saved_work), "2027-q2", [("title", "Builds that run again from 20 % to 5 %")],
        ["1", ">Builds run again", "<enter>", "<f3>"] ("sentence", HUGE, TOO_LONG);
    KeyResult(blank_key_result), "2027-q2", [],
        ["1", ">Builds run again", "<enter>"] ("target", "1e999", "this measure has no unit");
    NewAssumption(objective), "2027-q1", [("text", "nobody leaves")],
        ["1", ">Sign-in people", "n", "a"] ("assumption", "", EMPTY);
    Assumption(objective, assumption), "2027-q1", [],
        ["1", ">assumes the provider", "<enter>"] ("noticed by", HUGE, TOO_LONG);
    NewNegotiation(objective), "2027-q1", [("asked", "halve it"), ("from", "below")],
        ["1", ">Sign-in people", "n", "c"] ("asked", "", EMPTY);
    Negotiation(objective, negotiation), "2027-q1", [],
        ["1", ">cover checkout too", "<enter>"] ("on", "yesteryear", "is not a date; write 2027-01-18");
    NewDependency(key_result), "2027-q2", [("team", "Edge"), ("need", "more runners")],
        ["1", ">CI duration", "n", "d"] ("by", "yesteryear", "is not a date; write 2027-01-18");
    Dependency(key_result, dependency), "2027-q1", [],
        ["1", ">Edge (open, not answered): ship the logs", "<enter>"] ("by", "31 April", NO_DAY);
    Answer(asked), "2027-q1", [],
        ["1", ">Edge (open, not answered): a test account", "<enter>"] ("by", "31 April", NO_DAY);
    NewInitiative(key_result), "2027-q2", [("text", "cache the images")],
        ["1", ">CI duration", "n", "i"] ("initiative", "", EMPTY);
    Initiative(key_result, initiative), "2027-q1", [],
        ["1", ">slower retries", "<enter>"] ("initiative", HUGE, TOO_LONG);
    NewLine(not_now), "2027-q2", [("text", "new billing page")],
        ["1", ">Builds nobody", "n", "n"] ("line", "", "is missing; write one line");
    NewLine(keep_running), "2027-q2", [("text", "the pager")],
        ["1", ">Builds nobody", "n", "r"] ("line", HUGE, TOO_LONG);
    NewLine(delivery), "2027-q2", [("text", "Finish the move")],
        ["1", ">Builds nobody", "n", "l"] ("due", "0000-01-01", NO_DAY);
    Line(not_now_line), "2027-q2", [],
        ["1", ">new billing page", "<enter>"] ("line", "", EMPTY);
    Line(delivery_line), "2027-q2", [],
        ["1", ">Finish the move", "<enter>"] ("due", "Вход", "is not a date; write 2027-01-18");
    OpeningVote(key_result), "2027-q2", [],
        ["1", ">CI duration", "v"] ("confidence", "101", "a whole number from 0 to 100");
    Park(objective), "2027-q2", [],
        ["1", ">Builds nobody", "d", "n"] ("why not now", HUGE, TOO_LONG);
    Drop(the_objective), "2027-q1", [("reason", "nobody waits for it")],
        ["2", ">Sign-in people", "d", "x"] ("reason", "", "is missing; write one line");
    Drop(the_key_result), "2027-q1", [("reason", "nobody can count them")],
        ["2", ">sign-in failures", "d", "x"] ("reason", "   ", "is missing; write one line");
    DropSeveral(both_key_results), "2027-q2", [("reason", "the runners are gone")],
        ["1", ">CI duration", " ", ">Builds run again", " ", "d", "x"] ("reason", "", "is missing; write one line");
    Rename(the_objective_form), "2027-q2", [("title", "Builds one can rely on")],
        ["1", ">Builds nobody", "r"] ("objective", "", EMPTY);
    Rename(the_committed_form), "2027-q1", [("title", "Fewer failures"), ("revision", "the word is clearer")],
        ["1", ">sign-in failures", "r"] ("sentence", HUGE, TOO_LONG);
    Waive(on_the_key_result, output_verb), "2027-q2", [("reason", "the bank asks for it")],
        ["1", ">Builds run again", "W"] ("reason", "  ", "is missing; write one line");
    Commit, "2027-q2", [("reason", "it is thin on purpose")],
        ["1", "c"] ("reason", "", "or a reason to go on");
    CheckIn(key_result), "2027-q1", [("changed", "half of it moved")],
        ["2", ">sign-in failures", "<enter>"] ("reading", "inf", NO_NUMBER);
    Correction(key_result, said_of_it), "2027-q1", [],
        ["2", ">sign-in failures", "C"] ("reading", "はい", NO_NUMBER);
    Decision, "2027-q1", [("decision", "plan stands")],
        ["2", "D"] ("decision", "", "say what is decided");
    DecisionCorrection, "2027-q1", [],
        ["2", ">12 Feb", "C"] ("on", "2027-02-30", NO_DAY);
    LaterReading(key_result), "2026-q4", [("reading", "1")],
        ["3", ">refund time", "L"] ("later reading", "soon", NO_NUMBER);
    LateReading(last_key_result), "2027-q1", [("reading", "1")],
        ["2", ">refund time", "<enter>"] ("later reading", "soon", NO_NUMBER);
    Scoring(key_result), "2027-q1", [("reading", "1.4"), ("reason", "the room says so"), ("score", "0.5")],
        ["3", ">sign-in failures", "<enter>"] ("score", "0.73", "in steps of 0.1");
    Scoring(key_result), "2026-q4", [],
        ["3", ">refund time", "<enter>"] ("reads later", "soon", "needs a later quarter than");
    Pattern, "2027-q1", [],
        ["3", ">The set as a whole", "<enter>"] ("as a set", HUGE, TOO_LONG);
    NewNote(lessons), "2027-q1", [("text", "read the logs")],
        ["4", ">read the logs", "n"] ("note", "", EMPTY);
    NewNote(actions), "2027-q1", [("text", "read them weekly")],
        ["4", ">read them weekly", "n"] ("first date", "NaN", "is not a date; write 2027-01-18");
    Note(lesson), "2027-q1", [],
        ["4", ">read the logs", "<enter>"] ("note", HUGE, TOO_LONG);
    Note(action), "2027-q1", [],
        ["4", ">read them weekly", "<enter>"] ("first date", "31 April", NO_DAY);
    Judge(judged_key_result), "2026-q4", [("verdict", "right")],
        ["4", ">refund time", "<enter>"] ("what tells us", "half of it", "choose one of the words");
    Judge(judged_objective), "2026-q4", [("verdict", "more")],
        ["4", ">Refunds in a day", "<enter>"] ("what tells us", HUGE, TOO_LONG);
    Judge(judged_assumption), "2027-q1", [("verdict", "held")],
        ["4", ">the provider keeps", "<enter>"] ("what tells us", "", "choose one of the words");
    Close, "2026-q4", [("reason", "the test needs no more")],
        ["4", "c"] ("reason", HUGE, TOO_LONG);
}

fn team(state: &State) -> quarterdeck::domain::id::TeamId {
    quarter(state).key.team.clone()
}

fn cycle(state: &State) -> quarterdeck::domain::id::CycleId {
    quarter(state).key.cycle.clone()
}

fn effort(state: &State) -> quarterdeck::domain::id::SessionId {
    quarter(state).efforts[0].id.clone()
}

fn objective(state: &State) -> ObjectiveId {
    quarter(state).objectives[0].id.clone()
}

/// The last sitting that spoke of the key result.
fn said_of_it(state: &State) -> SittingId {
    let quarter = state.here().unwrap().0;
    let id = key_result(state);
    quarter.check_ins(&id).last().unwrap().0.id.clone()
}

fn key_result(state: &State) -> KeyResultId {
    quarter(state).objectives[0].key_results[0].id.clone()
}

fn blank_key_result(state: &State) -> KeyResultId {
    quarter(state).objectives[0].key_results[1].id.clone()
}

fn saved_work(state: &State) -> Work {
    Work::Saved(blank_key_result(state))
}

fn the_objective(state: &State) -> Droppable {
    Droppable::Objective(objective(state))
}

fn the_key_result(state: &State) -> Droppable {
    Droppable::KeyResult(key_result(state))
}

fn both_key_results(state: &State) -> Vec<Droppable> {
    vec![Droppable::KeyResult(key_result(state)), Droppable::KeyResult(blank_key_result(state))]
}

#[expect(clippy::unnecessary_box_returns, reason = "the subject of a name holds it so")]
fn the_objective_form(state: &State) -> Box<Subject> {
    Box::new(Subject::Objective(objective(state)))
}

#[expect(clippy::unnecessary_box_returns, reason = "the subject of a name holds it so")]
fn the_committed_form(state: &State) -> Box<Subject> {
    Box::new(Subject::KeyResult(key_result(state)))
}

fn assumption(state: &State) -> LineId {
    quarter(state).objectives[0].assumptions[0].id.clone()
}

fn negotiation(state: &State) -> LineId {
    quarter(state).objectives[0].negotiations[0].id.clone()
}

fn dependency(state: &State) -> LineId {
    quarter(state).objectives[0].key_results[0].dependencies[0].id.clone()
}

fn initiative(state: &State) -> LineId {
    quarter(state).objectives[0].key_results[0].initiatives[0].id.clone()
}

fn last_key_result(state: &State) -> KeyResultKey {
    let last = &state.workspace.quarters[&quarter_of("2026-q4")];
    last.key_of(&last.objectives[0].key_results[0])
}

fn asked(state: &State) -> String {
    state.workspace.asked_of(quarter(state))[0].path()
}

fn not_now_line(state: &State) -> LineId {
    quarter(state).frame.not_now[0].id.clone()
}

fn delivery_line(state: &State) -> LineId {
    quarter(state).frame.delivery[0].id.clone()
}

fn note(state: &State, kind: NoteKind) -> NoteId {
    quarter(state).notes.iter().find(|note| note.kind == kind).unwrap().id.clone()
}

fn lesson(state: &State) -> NoteId {
    note(state, NoteKind::Lesson)
}

fn action(state: &State) -> NoteId {
    note(state, NoteKind::Action)
}

fn judged_key_result(state: &State) -> Judged {
    Judged::KeyResult(key_result(state))
}

fn judged_objective(state: &State) -> Judged {
    Judged::Objective(objective(state))
}

fn judged_assumption(state: &State) -> Judged {
    Judged::Assumption(objective(state), assumption(state))
}

fn on_the_key_result(state: &State) -> AskedOf {
    AskedOf::KeyResult(blank_key_result(state))
}

fn output_verb(_: &State) -> Rule {
    Rule::OutputVerb
}

fn not_now(_: &State) -> List {
    List::NotNow
}

fn keep_running(_: &State) -> List {
    List::KeepRunning
}

fn delivery(_: &State) -> List {
    List::Delivery
}

fn lessons(_: &State) -> NoteKind {
    NoteKind::Lesson
}

fn actions(_: &State) -> NoteKind {
    NoteKind::Action
}
