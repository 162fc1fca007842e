//! What is said in a quarter, and above the quarters: each record a passage, and each line that stands in one by itself.

use super::says::{Says, Texts};
use super::{Part, Passage, Text};
use crate::domain::change::Address;
use crate::domain::check_in::Sitting;
use crate::domain::frame::{Frame, List};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::retrospective::NoteKind;
use crate::domain::workspace::Workspace;
use crate::words::method::found as words;

const EFFORT: &str = "Effort";
const OBJECTIVE: &str = "Objective";
const ASSUMPTION: &str = "Assumption";
const NEGOTIATION: &str = words::ASKED_OF_AN_OBJECTIVE;
const KEY_RESULT: &str = words::KEY_RESULT;
const INITIATIVE: &str = "Initiative";
const DEPENDENCY: &str = "Dependency";
const QUARTER: &str = "Quarter";
const ANSWER: &str = "Answer";
const DECISION: &str = "Decision";
const CHECK_IN: &str = "Check-in";
const AGREED: &str = "Agreed";
const SCORE: &str = "Score";

/// What things within a quarter are called.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    let kinds = [
        OBJECTIVE,
        ASSUMPTION,
        NEGOTIATION,
        KEY_RESULT,
        INITIATIVE,
        DEPENDENCY,
        QUARTER,
        ANSWER,
        DECISION,
        CHECK_IN,
        AGREED,
        SCORE,
        EFFORT,
    ];
    let lists = List::ALL.iter().map(|list| list.title());
    kinds.into_iter().chain(lists).chain(NoteKind::ALL.iter().map(|kind| note_word(*kind)))
}

/// The passages of one quarter while they are gathered.
struct Gathered<'q> {
    key: &'q QuarterKey,
    place: String,
    all: Vec<Passage>,
}

impl Gathered<'_> {
    /// Adds a record as a whole.
    fn add(&mut self, at: &Address, kind: &'static str, record: &impl Says) {
        self.add_part((at, Part::Whole), kind, Texts::of("", record));
    }

    /// Adds the lines that stand under a key of a record, each by itself.
    fn each<T: Says>(
        &mut self,
        at: &Address,
        (key, kind): (&str, &'static str),
        lines: &[T],
        part: impl Fn(&T) -> Part,
    ) {
        for (row, line) in lines.iter().enumerate() {
            self.add_part((at, part(line)), kind, Texts::of(&format!("{key}[{row}]"), line));
        }
    }

    fn add_part(&mut self, (at, part): (&Address, Part), kind: &'static str, texts: Vec<Text>) {
        self.all.extend(Passage::new((at.clone(), part), kind, &self.place, texts));
    }
}

/// The team and the cycle of a quarter, as people call them.
pub fn place_of(workspace: &Workspace, key: &QuarterKey) -> String {
    let team = workspace.team_name(&key.team);
    let cycle = workspace.cycles.get(&key.cycle).map_or(key.cycle.as_str(), |cycle| &cycle.label);
    format!("{team} {cycle}")
}

/// Everything that is said in a quarter, as the phases come; what was corrected or taken back since is left out.
pub fn of_quarter(workspace: &Workspace, quarter: &Quarter) -> Vec<Passage> {
    let key = &quarter.key;
    let mut gathered = Gathered { key, place: place_of(workspace, key), all: Vec::new() };
    for objective in &quarter.objectives {
        add_objective(&mut gathered, objective);
    }
    add_frame(&mut gathered, &quarter.frame);
    for sitting in quarter.standing_sittings() {
        add_sitting(&mut gathered, sitting);
    }
    for scoring in quarter.scorings.values() {
        let scored = scoring.key_result.clone();
        let at = Address::Scoring(key.clone(), scored.clone());
        gathered.add_part((&at, Part::On(scored)), SCORE, Texts::of("", scoring));
    }
    for note in &quarter.notes {
        gathered.add(&Address::Note(key.clone(), note.id.clone()), note_word(note.kind), note);
    }
    for effort in &quarter.efforts {
        gathered.add(&Address::Effort(key.clone(), effort.id.clone()), EFFORT, effort);
    }
    gathered.all
}

fn add_objective(gathered: &mut Gathered<'_>, objective: &Objective) {
    let at = Address::Objective(gathered.key.clone(), objective.id.clone());
    gathered.add(&at, OBJECTIVE, objective);
    gathered.each(&at, ("assumption", ASSUMPTION), &objective.assumptions, |assumption| {
        Part::Assumption(assumption.id.clone())
    });
    gathered.each(&at, ("negotiation", NEGOTIATION), &objective.negotiations, |negotiation| {
        Part::Negotiation(negotiation.id.clone())
    });
    for key_result in &objective.key_results {
        let at = Address::KeyResult(gathered.key.clone(), objective.id.clone(), key_result.id.clone());
        add_key_result(gathered, &at, key_result);
    }
}

fn add_key_result(gathered: &mut Gathered<'_>, at: &Address, key_result: &KeyResult) {
    gathered.add(at, KEY_RESULT, key_result);
    gathered.each(at, ("initiative", INITIATIVE), &key_result.initiatives, |initiative| {
        Part::Initiative(initiative.id.clone())
    });
    gathered.each(at, ("dependency", DEPENDENCY), &key_result.dependencies, |dependency| {
        Part::Dependency(dependency.id.clone())
    });
}

fn add_frame(gathered: &mut Gathered<'_>, frame: &Frame) {
    let at = Address::Frame(gathered.key.clone());
    gathered.add(&at, QUARTER, frame);
    for list in List::ALL {
        let named = (list.key(), list.title());
        gathered.each(&at, named, frame.lines(*list), |line| Part::Line(line.id.clone()));
    }
    let delivery = (List::Delivery.key(), List::Delivery.title());
    gathered.each(&at, delivery, &frame.delivery, |line| Part::Line(line.id.clone()));
    gathered.each(&at, ("answer", ANSWER), &frame.answers, |answer| Part::Answer(answer.asked.clone()));
}

fn add_sitting(gathered: &mut Gathered<'_>, sitting: &Sitting) {
    let at = Address::Sitting(gathered.key.clone(), sitting.id.clone());
    gathered.add(&at, DECISION, sitting);
    gathered.each(&at, ("check_in", CHECK_IN), &sitting.check_ins, |check_in| {
        Part::On(check_in.key_result.clone())
    });
    gathered.each(&at, ("action", AGREED), &sitting.actions, |action| {
        action.key_result.clone().map_or(Part::Whole, Part::On)
    });
}

fn note_word(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Lesson => "Lesson",
        NoteKind::Difficulty => words::TOO_EASY_OR_TOO_HARD,
        NoteKind::Importance => "Importance",
        NoteKind::Assumption => words::ASSUMPTION_VERDICT,
        NoteKind::Process => "Process",
        NoteKind::Proud => "Proud",
        NoteKind::Action => "Action",
    }
}

/// What is said above the quarters: names of teams and cycles, and what the teams say otherwise at the steps.
pub fn above_quarters(workspace: &Workspace) -> Vec<Passage> {
    let whole = |at: Address, kind, texts| Passage::new((at, Part::Whole), kind, "", texts);
    let teams = workspace.teams.values();
    let teams = teams.map(|team| whole(Address::Team(team.id.clone()), "Team", Texts::of("", team)));
    let cycles = workspace.cycles.values();
    let cycles = cycles.map(|cycle| whole(Address::Cycle(cycle.id.clone()), "Cycle", Texts::of("", cycle)));
    let steps = workspace.steps.steps.iter().enumerate();
    let steps =
        steps.map(|(row, step)| whole(Address::Steps, "Step", Texts::of(&format!("step[{row}]"), step)));
    let settings = whole(Address::Settings, "Settings", Texts::of("", &workspace.settings));
    teams.chain(cycles).chain(steps).chain([settings]).flatten().collect()
}
