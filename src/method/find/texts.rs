//! What each record says, in words: every text of its file that a person wrote.

use super::{Part, Passage, Text};
use crate::domain::change::Address;
use crate::domain::check_in::Sitting;
use crate::domain::dependency::Dependency;
use crate::domain::frame::{Frame, List};
use crate::domain::key_result::KeyResult;
use crate::domain::lint::Waivers;
use crate::domain::measure::Measure;
use crate::domain::objective::Objective;
use crate::domain::own_step::OwnStep;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::scoring::Scoring;
use crate::domain::team::Team;
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
    let lists = List::ALL.iter().map(|list| list_word(*list));
    kinds.into_iter().chain(lists).chain(NoteKind::ALL.iter().map(|kind| note_word(*kind)))
}

/// The texts of a record while they are gathered.
#[derive(Default)]
struct Said {
    under: String,
    texts: Vec<Text>,
}

impl Said {
    /// Texts whose keys stand under another: `dependency[0].`.
    fn under(under: String) -> Self {
        Self { under, texts: Vec::new() }
    }

    /// Adds a text.
    fn one(mut self, key: &str, says: &str) -> Self {
        if !says.trim().is_empty() {
            self.texts.push(Text { key: format!("{}{key}", self.under), says: says.to_owned() });
        }
        self
    }

    /// Adds a text that may be missing.
    fn maybe(self, key: &str, says: Option<&String>) -> Self {
        match says {
            Some(says) => self.one(key, says),
            None => self,
        }
    }

    /// Adds a text for each of several things.
    fn each<T>(self, all: impl IntoIterator<Item = T>, add: impl Fn(Self, T) -> Self) -> Self {
        all.into_iter().fold(self, add)
    }

    fn waivers(self, waivers: &Waivers) -> Self {
        self.each(waivers, |said, (id, waiver)| said.one(&format!("waiver.{id}.reason"), &waiver.reason))
    }

    fn measure(self, under: &str, measure: &Measure) -> Self {
        let named = [("metric", &measure.metric), ("scope", &measure.scope), ("source", &measure.source)];
        self.each(named, |said, (key, says)| said.maybe(&format!("{under}{key}"), says.as_ref()))
    }
}

/// The passages of one quarter while they are gathered.
struct Gathered<'q> {
    key: &'q QuarterKey,
    place: String,
    all: Vec<Passage>,
}

impl Gathered<'_> {
    fn add(&mut self, at: Address, part: Part, kind: &'static str, said: Said) {
        self.all.extend(Passage::new((at, part), kind, &self.place, said.texts));
    }
}

/// The team and the cycle of a quarter, as people call them.
#[must_use]
pub fn place_of(workspace: &Workspace, key: &QuarterKey) -> String {
    let team = workspace.team_name(&key.team);
    let cycle = workspace.cycles.get(&key.cycle).map_or(key.cycle.as_str(), |cycle| &cycle.label);
    format!("{team} {cycle}")
}

/// Everything that is said in a quarter, as the phases come; what was corrected or taken back since is left out.
#[must_use]
pub fn of_quarter(workspace: &Workspace, quarter: &Quarter) -> Vec<Passage> {
    let key = &quarter.key;
    let mut gathered = Gathered { key, place: place_of(workspace, key), all: Vec::new() };
    for objective in &quarter.objectives {
        objective_texts(&mut gathered, objective);
    }
    frame_texts(&mut gathered, &quarter.frame);
    for sitting in quarter.standing_sittings() {
        sitting_texts(&mut gathered, sitting);
    }
    for scoring in quarter.scorings.values() {
        scoring_texts(&mut gathered, scoring);
    }
    for note in &quarter.notes {
        note_texts(&mut gathered, note);
    }
    for effort in &quarter.efforts {
        let at = Address::Effort(key.clone(), effort.id.clone());
        gathered.add(at, Part::Whole, EFFORT, Said::default().one("title", &effort.title));
    }
    gathered.all
}

fn objective_texts(gathered: &mut Gathered<'_>, objective: &Objective) {
    let at = Address::Objective(gathered.key.clone(), objective.id.clone());
    let said = Said::default()
        .one("title", &objective.title)
        .maybe("why_now", objective.why_now.as_ref())
        .maybe("contribution", objective.contribution.as_ref())
        .maybe("alternative", objective.alternative.as_ref())
        .maybe("no_link", objective.no_link.as_ref())
        .maybe("argument_for", objective.argument_for.as_ref())
        .maybe("argument_against", objective.argument_against.as_ref())
        .maybe("mid_quarter.reason", objective.mid_quarter.as_ref().and_then(|mid| mid.reason.as_ref()))
        .maybe("dropped.reason", objective.dropped.as_ref().map(|dropped| &dropped.reason))
        .waivers(&objective.waivers)
        .each(objective.revisions.iter().enumerate(), |said, (row, wording)| {
            let said = said.one(&format!("revision[{row}].reason"), &wording.reason);
            said.one(&format!("revision[{row}].title"), &wording.title)
        });
    gathered.add(at.clone(), Part::Whole, OBJECTIVE, said);
    for (row, assumption) in objective.assumptions.iter().enumerate() {
        let said = Said::under(format!("assumption[{row}]."))
            .one("text", &assumption.text)
            .maybe("noticed_by", assumption.noticed_by.as_ref());
        gathered.add(at.clone(), Part::Assumption(assumption.id.clone()), ASSUMPTION, said);
    }
    for (row, negotiation) in objective.negotiations.iter().enumerate() {
        let said = Said::under(format!("negotiation[{row}]."))
            .one("asked", &negotiation.asked)
            .maybe("outcome", negotiation.outcome.as_ref());
        gathered.add(at.clone(), Part::Negotiation(negotiation.id.clone()), NEGOTIATION, said);
    }
    for key_result in &objective.key_results {
        let at = Address::KeyResult(gathered.key.clone(), objective.id.clone(), key_result.id.clone());
        key_result_texts(gathered, &at, key_result);
    }
}

fn key_result_texts(gathered: &mut Gathered<'_>, at: &Address, key_result: &KeyResult) {
    let guardrail = key_result.guardrail.as_ref().map(|guardrail| &guardrail.metric);
    let said = Said::default()
        .one("title", &key_result.title)
        .measure("measure.", &key_result.measure)
        .maybe("contact", key_result.contact.as_ref())
        .maybe("first_wording", key_result.first_wording.as_ref())
        .maybe("measured_at", key_result.measured_at.as_ref())
        .maybe("agreement", key_result.agreement.as_ref())
        .maybe("early_sign", key_result.early_sign.as_ref())
        .maybe("command", key_result.command.as_ref())
        .maybe("guardrail.metric", guardrail)
        .maybe("dropped.reason", key_result.dropped.as_ref().map(|dropped| &dropped.reason))
        .waivers(&key_result.waivers)
        .each(key_result.revisions.iter().enumerate(), |said, (row, revision)| {
            let said = said.one(&format!("revision[{row}].reason"), &revision.reason);
            let said = said.one(&format!("revision[{row}].title"), &revision.title);
            said.measure(&format!("revision[{row}].measure."), &revision.measure)
        });
    gathered.add(at.clone(), Part::Whole, KEY_RESULT, said);
    for (row, initiative) in key_result.initiatives.iter().enumerate() {
        let said = Said::under(format!("initiative[{row}].")).one("text", &initiative.text);
        gathered.add(at.clone(), Part::Initiative(initiative.id.clone()), INITIATIVE, said);
    }
    for (row, dependency) in key_result.dependencies.iter().enumerate() {
        let part = Part::Dependency(dependency.id.clone());
        gathered.add(at.clone(), part, DEPENDENCY, dependency_texts(row, dependency));
    }
}

fn dependency_texts(row: usize, dependency: &Dependency) -> Said {
    Said::under(format!("dependency[{row}]."))
        .one("need", &dependency.need)
        .one("team", &dependency.team)
        .maybe("asker", dependency.asker.as_ref())
}

fn frame_texts(gathered: &mut Gathered<'_>, frame: &Frame) {
    let at = Address::Frame(gathered.key.clone());
    let said = Said::default()
        .maybe("sponsor_promise", frame.sponsor_promise.as_ref())
        .maybe("pattern", frame.pattern.as_ref())
        .maybe("alignment.reason", frame.alignment.reason.as_ref())
        .maybe("mid_quarter.told", frame.mid_quarter.told.as_ref())
        .maybe("mid_quarter.freed", frame.mid_quarter.freed.as_ref())
        .waivers(&frame.waivers)
        .each(frame.overrides.iter().enumerate(), |said, (row, gone_past)| {
            let said = said.one(&format!("override[{row}].reason"), &gone_past.reason);
            said.one(&format!("override[{row}].rule"), &gone_past.rule)
        });
    gathered.add(at.clone(), Part::Whole, QUARTER, said);
    for list in List::ALL {
        for (row, line) in frame.lines(*list).iter().enumerate() {
            let said = Said::under(format!("{}[{row}].", list.key()));
            let said = said.one("text", &line.text).maybe("reason", line.reason.as_ref());
            gathered.add(at.clone(), Part::Line(line.id.clone()), list_word(*list), said);
        }
    }
    for (row, delivery) in frame.delivery.iter().enumerate() {
        let said = Said::under(format!("delivery[{row}]."))
            .one("text", &delivery.text)
            .maybe("promised_to", delivery.promised_to.as_ref());
        gathered.add(at.clone(), Part::Line(delivery.id.clone()), list_word(List::Delivery), said);
    }
    for (row, answer) in frame.answers.iter().enumerate() {
        let said = Said::under(format!("answer[{row}].")).maybe("says", answer.says.as_ref());
        gathered.add(at.clone(), Part::Answer(answer.asked.clone()), ANSWER, said);
    }
}

fn list_word(list: List) -> &'static str {
    match list {
        List::NotNow => words::NOT_NOW,
        List::KeepRunning => words::KEEP_RUNNING,
        List::PreMortem => "Pre-mortem",
        List::ParkingLot => words::PARKING_LOT,
        List::Delivery => "Delivery",
    }
}

fn sitting_texts(gathered: &mut Gathered<'_>, sitting: &Sitting) {
    let at = Address::Sitting(gathered.key.clone(), sitting.id.clone());
    let decision = Said::default().maybe("decision", sitting.decision.as_ref());
    gathered.add(at.clone(), Part::Whole, DECISION, decision);
    for (row, check_in) in sitting.check_ins.iter().enumerate() {
        let said = Said::under(format!("check_in[{row}]."))
            .maybe("changed", check_in.changed.as_ref())
            .maybe("blocked", check_in.blocked.as_ref());
        gathered.add(at.clone(), Part::On(check_in.key_result.clone()), CHECK_IN, said);
    }
    for (row, action) in sitting.actions.iter().enumerate() {
        let said = Said::under(format!("action[{row}]."))
            .one("text", &action.text)
            .maybe("asker", action.asker.as_ref());
        let part = action.key_result.clone().map_or(Part::Whole, Part::On);
        gathered.add(at.clone(), part, AGREED, said);
    }
}

fn scoring_texts(gathered: &mut Gathered<'_>, scoring: &Scoring) {
    let at = Address::Scoring(gathered.key.clone(), scoring.key_result.clone());
    let said =
        Said::default().maybe("tells_us", scoring.tells_us.as_ref()).maybe("reason", scoring.reason.as_ref());
    gathered.add(at, Part::On(scoring.key_result.clone()), SCORE, said);
}

fn note_texts(gathered: &mut Gathered<'_>, note: &Note) {
    let at = Address::Note(gathered.key.clone(), note.id.clone());
    let said = Said::default()
        .one("text", &note.text)
        .maybe("seen_by", note.seen_by.as_ref())
        .maybe("starts", note.starts.as_ref());
    gathered.add(at, Part::Whole, note_word(note.kind), said);
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
#[must_use]
pub fn above_quarters(workspace: &Workspace) -> Vec<Passage> {
    let settings = Said::default().maybe("organisation", workspace.settings.organisation.as_ref());
    let whole = |at: Address, kind, said: Said| Passage::new((at, Part::Whole), kind, "", said.texts);
    let teams =
        workspace.teams.values().map(|team| whole(Address::Team(team.id.clone()), "Team", team_texts(team)));
    let cycles = workspace.cycles.values().map(|cycle| {
        whole(Address::Cycle(cycle.id.clone()), "Cycle", Said::default().one("label", &cycle.label))
    });
    let steps = workspace.steps.steps.iter().enumerate();
    let steps = steps.map(|(row, step)| whole(Address::Steps, "Step", step_texts(row, step)));
    let all = teams.chain(cycles).chain(steps).chain([whole(Address::Settings, "Settings", settings)]);
    all.flatten().collect()
}

fn team_texts(team: &Team) -> Said {
    Said::default()
        .one("name", &team.name)
        .each(team.aliases.iter().enumerate(), |said, (row, alias)| {
            said.one(&format!("aliases[{row}]"), alias)
        })
        .each(team.people.iter().enumerate(), |said, (row, person)| {
            said.one(&format!("people[{row}]"), person)
        })
        .each(team.was.iter().enumerate(), |said, (row, was)| {
            said.one(&format!("was[{row}].what"), &was.what)
        })
}

fn step_texts(row: usize, step: &OwnStep) -> Said {
    Said::under(format!("step[{row}]."))
        .maybe("title", step.title.as_ref())
        .maybe("say", step.say.as_ref())
        .each(step.ask.iter().enumerate(), |said, (at, ask)| said.one(&format!("ask[{at}]"), ask))
        .maybe("hint", step.hint.as_ref())
        .maybe("done", step.done.as_ref())
        .maybe("nudge", step.nudge.as_ref())
}
