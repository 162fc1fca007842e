//! Setting at the desk: the set with its key results and lights, the lists beside it, the hand-over, the commit.

use ratatui::text::Line;

mod between;
mod plan;
mod rows;
mod said;
mod waiving;

use self::between::{asked_detail, asked_entries, measured_detail, measured_entries};
use self::plan::{plan_detail, plan_entry};
use self::rows::{frame_words, handed_entries, heading, list_entries, marked, objective_entries, points};
use self::said::{empty_detail, frame_detail, handed_detail, line_detail, objective_detail, set_detail};
use super::{Entry, Screen};
use crate::domain::change::Decision;
use crate::domain::decision::{MOST_OBJECTIVES, Step as Way};
use crate::domain::frame::HandedVerdict;
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::Quarter;
use crate::method::hand_over;
use crate::method::step::Step;
use crate::tui::actions::{Enabled, Row};
use crate::tui::detail;
use crate::tui::forms::{self, Drop, ListName, Subject};
use crate::tui::list::selected;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::{Effect, Save};
use crate::tui::state::{State, Tone};
use crate::tui::target::{Heading, Target};
use crate::words::actions::setting as acts;

/// The screen.
pub struct Setting;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Adds something where the selection stands.
    New,
    /// Edits what is selected.
    Edit,
    /// Takes what is selected off the set.
    Remove,
    /// Moves what is selected up.
    Up,
    /// Moves what is selected down.
    Down,
    /// Takes the opening vote on the selected key result.
    Vote,
    /// Moves the selected key result to the delivery list.
    Delivery,
    /// Answers a question of the coach with a reason.
    Waive,
    /// Commits the set.
    Commit,
}

impl Screen for Setting {
    type Action = Action;
    const TITLE: &'static str = "Setting";
    const ACTIONS: &'static [Row<Action>] = &[
        Row { id: "setting.edit", words: acts::EDIT, keys: &["enter", "e"], rank: 1, action: Action::Edit },
        Row { id: "setting.new", words: acts::NEW, keys: &["n"], rank: 2, action: Action::New },
        Row { id: "setting.remove", words: acts::REMOVE, keys: &["d"], rank: 3, action: Action::Remove },
        Row { id: "setting.up", words: acts::UP, keys: &["K"], rank: 15, action: Action::Up },
        Row { id: "setting.down", words: acts::DOWN, keys: &["J"], rank: 14, action: Action::Down },
        Row { id: "setting.vote", words: acts::VOTE, keys: &["v"], rank: 5, action: Action::Vote },
        Row { id: "setting.delivery", words: acts::DELIVERY, keys: &["D"], rank: 9, action: Action::Delivery },
        Row { id: "setting.waive", words: acts::WAIVE, keys: &["W"], rank: 16, action: Action::Waive },
        Row { id: "setting.commit", words: acts::COMMIT, keys: &["c"], rank: 4, action: Action::Commit },
    ];

    fn entries(state: &State) -> Vec<Entry> {
        let Some((quarter, cycle)) = state.here() else { return Vec::new() };
        let mut entries = vec![heading(state, Heading::Frame, "Ground rules", &frame_words(state, quarter))];
        entries.extend(plan_entry(state, quarter, cycle));
        entries.extend(handed_entries(state));
        let count = quarter.live_objectives().count();
        let note = format!("{count} of at most {MOST_OBJECTIVES} objectives");
        entries.push(marked(state, heading(state, Heading::Set, "The set", &note)));
        for objective in &quarter.objectives {
            entries.extend(objective_entries(state, objective));
        }
        entries.extend(asked_entries(state, quarter));
        entries.extend(measured_entries(state, quarter));
        entries.extend(list_entries(state, &quarter.frame));
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Some((quarter, cycle)) = state.here() else { return Vec::new() };
        match target {
            Target::Objective(id) => {
                quarter.objective(id).map(|objective| objective_detail(state, objective, width)).unwrap_or_default()
            }
            Target::Assumption(under, id) => detail::assumption(state, quarter, (under, id), width),
            Target::Negotiation(under, id) => detail::negotiation(state, quarter, (under, id), width),
            Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) => {
                let found = quarter.key_result(id);
                found.map(|(_, kr)| detail::key_result(state, quarter, kr, width)).unwrap_or_default()
            }
            Target::Heading(Heading::Set) => set_detail(state, width),
            Target::Heading(Heading::Frame) => frame_detail(state, &quarter.frame, width),
            Target::Heading(Heading::Effort) => plan_detail(state, quarter, cycle, width),
            Target::Heading(heading) => empty_detail(state, *heading, width),
            Target::Asked(path) => asked_detail(state, path, width),
            Target::Measured(key, id) => measured_detail(state, (key, id), width),
            Target::Line(id) => line_detail(state, &quarter.frame, id, width),
            Target::Handed(id) => handed_detail(state, id, width),
            Target::Note(_) | Target::Effort(_) | Target::Quarter(_) | Target::Reviewed(..) | Target::Spot(_) | Target::Watched(..) | Target::Due | Target::Attention(_) | Target::Trouble(_) => Vec::new(),
        }
    }

    fn first(state: &State) -> Option<Target> {
        let (quarter, _) = state.here()?;
        let waiting = points(state).into_iter().find(|point| {
            !point.kind.verdicts().is_empty() && hand_over::verdict(&quarter.frame, &point.id).is_none()
        });
        let first = || quarter.objectives.first().map(|objective| Target::Objective(objective.id.clone()));
        let is_open = quarter.frame.committed.is_none();
        let waiting = waiting.filter(|_| is_open).map(|point| Target::Handed(point.id));
        waiting.or_else(first).or(Some(Target::Heading(Heading::Set)))
    }

    fn caption(state: &State) -> (String, String) {
        let Some((quarter, _)) = state.here() else { return ("Setting".to_owned(), String::new()) };
        let drafts = drafts(quarter).count();
        let note = match quarter.frame.committed {
            Some(day) => format!("committed {}", day.short(state.today)),
            None => format!("draft, {drafts} key results"),
        };
        ("Setting".to_owned(), note)
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        let step = match selected(state) {
            Some(Target::KeyResult(_)) => Step::Set7,
            Some(Target::Assumption(..)) => Step::Set12,
            Some(Target::Negotiation(..)) => Step::Set11,
            Some(Target::Dependency(..) | Target::Asked(_) | Target::Heading(Heading::Asked)) => Step::Set10,
            Some(Target::Heading(Heading::Frame | Heading::Effort) | Target::Handed(_)) => Step::Set1,
            Some(Target::Heading(Heading::NotNow) | Target::Line(_)) => Step::Set6,
            _ => Step::Set2,
        };
        detail::guide(state, step, &[], width)
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let target = selected(state);
        let only = |fits: bool, says: &str| if fits { Ok(()) } else { Err(says.to_owned()) };
        let (quarter, _) = state.here().ok_or_else(|| "No quarter is open.".to_owned())?;
        only(quarter.frame.closed.is_none(), "This quarter is closed; what stands here is history.")?;
        let is_key_result = matches!(target, Some(Target::KeyResult(_)));
        match action {
            Action::New => Ok(()),
            Action::Commit => only(
                quarter.frame.committed.is_none() || drafts(quarter).any(|kr| !kr.is_to_find_out()),
                "The set is committed; a change to it is a revision with its reason.",
            ),
            Action::Edit => {
                only(
                    !matches!(target, Some(Target::Heading(heading)) if heading != Heading::Frame),
                    "A heading has nothing to edit; n adds something under it.",
                )?;
                only(!matches!(target, Some(Target::Measured(..))), "It belongs to another team, which edits it.")
            }
            Action::Remove => only(
                !matches!(target, Some(Target::Heading(_) | Target::Handed(_) | Target::Measured(..)) | None),
                "Select what is to go: an objective, a key result, a line.",
            ),
            Action::Up | Action::Down => only(
                is_key_result || matches!(target, Some(Target::Objective(_))),
                "Objectives and key results can be moved.",
            ),
            Action::Vote => {
                only(is_key_result, "Select the key result to vote on.")?;
                only(quarter.frame.committed.is_none(), "The opening vote comes before the commit; now it is a check-in.")
            }
            Action::Waive => waiving::enabled(state, target.as_ref()),
            Action::Delivery => only(is_key_result, "Select the key result that describes work."),
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        let Some(target) = selected(state) else { return forms::open(state, Subject::NewObjective) };
        match action {
            Action::New => new(state, &target),
            Action::Edit => edit(state, target),
            Action::Remove => remove(state, target),
            Action::Up => move_by(state, target, Way::Up),
            Action::Down => move_by(state, target, Way::Down),
            Action::Commit => forms::open(state, Subject::Commit),
            Action::Waive => waiving::waive(state, &target),
            Action::Vote => match target {
                Target::KeyResult(id) => forms::open(state, Subject::OpeningVote(id)),
                _ => Vec::new(),
            },
            Action::Delivery => match target {
                Target::KeyResult(id) => to_delivery(state, &id),
                _ => Vec::new(),
            },
        }
    }
}

/// The key results that are not committed.
fn drafts(quarter: &Quarter) -> impl Iterator<Item = &KeyResult> {
    quarter.live_key_results().map(|(_, key_result)| key_result).filter(|key_result| !key_result.is_committed())
}

fn new(state: &mut State, target: &Target) -> Vec<Effect> {
    let mut menu = Menu::new("New", "What do you want to add?").answer(
        'o',
        ("objective", "what are we trying to achieve?"),
        Choice::Form(Subject::NewObjective),
    );
    if let Some(under) = objective_of(state, target) {
        let key_result = Choice::Form(Subject::NewKeyResult(under.clone()));
        menu = menu.answer('k', ("key result", "how will we know we achieved it?"), key_result);
        let assumption = Choice::Form(Subject::NewAssumption(under.clone()));
        menu = menu.answer('a', ("assumption", "what are we taking for granted?"), assumption);
        let asked = Choice::Form(Subject::NewNegotiation(under));
        menu = menu.answer('c', ("change asked", "from above or below, and what came of it"), asked);
    }
    if let Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) = target {
        let dependency = Choice::Form(Subject::NewDependency(id.clone()));
        menu = menu.answer('d', ("dependency", "who must do something for it to move?"), dependency);
        let initiative = Choice::Form(Subject::NewInitiative(id.clone()));
        menu = menu.answer('i', ("initiative", "how we go about it; changes freely"), initiative);
    }
    let line = |list| Choice::Form(Subject::NewLine(list));
    menu = menu
        .answer('n', ("not now", "what we say no to, by name"), line(ListName::NotNow))
        .answer('r', ("keep running", "what simply goes on"), line(ListName::KeepRunning))
        .answer('l', ("delivery", "work with a date, unscored"), line(ListName::Delivery));
    menu::open(state, menu)
}

/// The objective a row belongs to, where it is not dropped.
fn objective_of(state: &State, target: &Target) -> Option<ObjectiveId> {
    let (quarter, _) = state.here()?;
    match target {
        Target::Objective(id) | Target::Assumption(id, _) | Target::Negotiation(id, _) => Some(id.clone()),
        Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) => Some(quarter.key_result(id)?.0.id.clone()),
        _ => None,
    }
}

fn edit(state: &mut State, target: Target) -> Vec<Effect> {
    let subject = match target {
        Target::Objective(id) => Subject::Objective(id),
        Target::KeyResult(id) => Subject::KeyResult(id),
        Target::Assumption(under, id) => Subject::Assumption(under, id),
        Target::Negotiation(under, id) => Subject::Negotiation(under, id),
        Target::Dependency(of, id) => Subject::Dependency(of, id),
        Target::Initiative(of, id) => Subject::Initiative(of, id),
        Target::Line(id) => Subject::Line(id),
        Target::Asked(path) => Subject::Answer(path),
        Target::Handed(id) => return tick(state, &id),
        Target::Heading(_) => Subject::Frame,
        Target::Measured(..) | Target::Note(_) | Target::Effort(_) | Target::Quarter(_) | Target::Reviewed(..) | Target::Spot(_) | Target::Watched(..) | Target::Due | Target::Attention(_) | Target::Trouble(_) => {
            return Vec::new();
        }
    };
    forms::open(state, subject)
}

fn tick(state: &mut State, id: &LineId) -> Vec<Effect> {
    let Some(point) = points(state).into_iter().find(|point| point.id == *id) else { return Vec::new() };
    if point.kind.verdicts().is_empty() {
        state.say(Tone::Done, "It is here to be seen; there is nothing to tick.");
        return Vec::new();
    }
    let menu = Menu::new("From the last quarter", point.text.clone());
    let menu = point.kind.verdicts().iter().fold(menu, |menu, verdict| {
        let (letter, label, says) = match verdict {
            HandedVerdict::Continue => ('c', "continue", "as it was; its baseline is asked again"),
            HandedVerdict::Reshape => ('r', "reshape", "keep the metric, choose the rest anew"),
            HandedVerdict::Retire => ('t', "retire", "it ends here"),
            HandedVerdict::Used => ('u', "used", "it shaped this set"),
            HandedVerdict::Kept => ('k', "kept", "we keep it in mind"),
            HandedVerdict::Dismissed => ('x', "dismissed", "we let it go"),
        };
        menu.answer(letter, (label, says), Choice::Tick(id.clone(), *verdict))
    });
    menu::open(state, menu)
}

fn remove(state: &mut State, target: Target) -> Vec<Effect> {
    let decision: Decision = match target {
        Target::Objective(id) => return remove_objective(state, &id),
        Target::KeyResult(id) => return remove_key_result(state, &id),
        Target::Line(id) => state.desk().and_then(|desk| desk.remove_line(&id)),
        Target::Assumption(under, id) => state.desk().and_then(|desk| desk.remove_assumption(&under, &id)),
        Target::Negotiation(under, id) => state.desk().and_then(|desk| desk.remove_negotiation(&under, &id)),
        Target::Dependency(of, id) => state.desk().and_then(|desk| desk.remove_dependency(&of, &id)),
        Target::Initiative(of, id) => state.desk().and_then(|desk| desk.remove_initiative(&of, &id)),
        Target::Asked(path) => match state.here().and_then(|(quarter, _)| quarter.frame.answers.iter().find(|one| one.asked == path)) {
            Some(answer) => state.desk().and_then(|desk| desk.remove_answer(&answer.id)),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    decide(state, decision, None)
}

fn decide(state: &mut State, decision: Decision, select: Option<Target>) -> Vec<Effect> {
    match decision {
        Ok(change) => vec![Effect::Save(Save { select, ..Save::new(change) })],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

fn remove_objective(state: &mut State, id: &ObjectiveId) -> Vec<Effect> {
    let menu = Menu::new("Take the objective off the set", "Each of these can be undone with u.")
        .answer('n', ("not now", "to the not-now list, by name"), Choice::Form(Subject::Park(id.clone())))
        .drop_or_take_up(state, Drop::Objective(id.clone()))
        .answer('r', ("remove", "the draft goes, with its draft key results"), Choice::RemoveObjective(id.clone()));
    menu::open(state, menu)
}

fn remove_key_result(state: &mut State, id: &KeyResultId) -> Vec<Effect> {
    let menu = Menu::new("Take the key result off the set", "Each of these can be undone with u.")
        .answer('l', ("delivery list", "it describes work: dated, unscored"), Choice::ToDelivery(id.clone()))
        .drop_or_take_up(state, Drop::KeyResult(id.clone()))
        .answer('r', ("remove", "the draft goes"), Choice::RemoveKeyResult(id.clone()));
    menu::open(state, menu)
}

fn to_delivery(state: &mut State, id: &KeyResultId) -> Vec<Effect> {
    let mut seed = state.seed.clone();
    let decision = state.desk().and_then(|desk| desk.move_to_delivery(id, &mut seed));
    state.seed = seed;
    decide(state, decision, None)
}

fn move_by(state: &mut State, target: Target, way: Way) -> Vec<Effect> {
    let decision = match &target {
        Target::Objective(id) => state.desk().and_then(|desk| desk.move_objective(id, way)),
        Target::KeyResult(id) => state.desk().and_then(|desk| desk.move_key_result(id, way)),
        _ => return Vec::new(),
    };
    if decision.as_ref().is_ok_and(|change| change.edits.is_empty()) {
        state.say(Tone::Stop, "It stands at the end already.");
        return Vec::new();
    }
    decide(state, decision, Some(target))
}
