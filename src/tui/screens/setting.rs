//! Setting at the desk: the set with its key results and lights, the lists beside it, the hand-over, the commit.

use ratatui::text::Line;

mod between;
mod off;
mod plan;
mod rows;
mod said;
mod waiving;

use self::between::{asked_detail, asked_entries, measured_detail, measured_entries};
pub use self::off::Along;
pub(in crate::tui) use self::off::{delivered, removed};
use self::plan::{plan_detail, plan_entry};
use self::rows::{frame_words, handed_entries, heading, list_entries, marked, objective_entries, points};
use self::said::{empty_detail, frame_detail, handed_detail, line_detail, objective_detail, set_detail};
use super::{Entry, Screen, still_open, unread};
use crate::domain::decision::{MOST_OBJECTIVES, Step as Way};
use crate::domain::frame::{HandedVerdict, List};
use crate::domain::id::{LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Phase, Quarter};
use crate::method::hand_over;
use crate::method::step::{Step, Steps};
use crate::settings::actions::setting::Action;
use crate::settings::actions::{GlobalAction, ListAction};
use crate::tui::actions::{Enabled, only};
use crate::tui::detail;
use crate::tui::forms::{self, Subject};
use crate::tui::list::selected;
use crate::tui::marks;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::sort::Order;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::words::anywhere;
use crate::words::counted;
use crate::words::lists::no_row_says_that;
use crate::words::setting as words;

/// The screen.
pub struct Setting;

impl Screen for Setting {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        let Some((quarter, cycle)) = state.here() else { return Vec::new() };
        let mut entries =
            vec![heading(state, Heading::Frame, anywhere::GROUND_RULES, &frame_words(state, quarter))];
        entries.extend(plan_entry(state, quarter, cycle));
        entries.extend(handed_entries(state));
        let count = quarter.live_objectives().count();
        let note = words::objectives_of_at_most(count, MOST_OBJECTIVES);
        entries.push(marked(state, heading(state, Heading::Set, words::THE_SET, &note)));
        for objective in &quarter.objectives {
            entries.extend(objective_entries(state, quarter, objective));
        }
        entries.extend(asked_entries(state, quarter));
        entries.extend(measured_entries(state, quarter));
        entries.extend(list_entries(state, &quarter.frame));
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Some((quarter, cycle)) = state.here() else { return Vec::new() };
        match target {
            Target::Objective(id) => objective_detail(state, quarter, id, width),
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
            Target::Measured(key) => measured_detail(state, key, width),
            Target::Line(id) => line_detail(state, &quarter.frame, id, width),
            Target::Handed(id) => handed_detail(state, id, width),
            Target::Trouble(trouble) => unread::detail(state, trouble, width),
            _ => Vec::new(),
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
        let Some((quarter, cycle)) = state.here() else { return (words::SETTING.to_owned(), String::new()) };
        let drafts = drafts(quarter).count();
        let note = match quarter.frame.committed {
            _ if quarter.phase(cycle, state.today) == Phase::Unread => Phase::Unread.word().to_owned(),
            Some(day) => words::committed(day.short(state.today)),
            None => words::draft_of(counted::KEY_RESULTS.of(drafts)),
        };
        (words::SETTING.to_owned(), note)
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        let step = match selected(state) {
            // How a key result is gone about belongs to it: the guide stands still between the two.
            Some(Target::KeyResult(_) | Target::Initiative(..)) => Step::Set7,
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
        let (quarter, cycle) = state.here().ok_or_else(|| anywhere::NO_QUARTER_IS_OPEN.to_owned())?;
        still_open(state, (quarter, cycle))?;
        match action {
            Action::New => Ok(()),
            Action::Commit => only(
                quarter.frame.committed.is_none()
                    || drafts(quarter).any(|kr| !kr.is_to_find_out())
                    || quarter.live_objectives().any(Objective::waits_to_be_committed),
                words::THE_SET_IS_COMMITTED,
            ),
            Action::Edit => {
                is_in_sight(state, target.as_ref())?;
                only(
                    !matches!(target, Some(Target::Heading(heading)) if heading != Heading::Frame),
                    words::A_HEADING_HAS_NOTHING_TO_EDIT,
                )?;
                only(!matches!(target, Some(Target::Measured(..))), words::IT_BELONGS_TO_ANOTHER_TEAM)?;
                only(!is_only_seen(state, target.as_ref()), words::IT_IS_HERE_TO_BE_SEEN)?;
                only(!matches!(target, Some(Target::Trouble(_))), &cannot_be_edited(state))
            }
            Action::Remove => only(each_is(state, may_go), words::SELECT_WHAT_IS_TO_GO),
            Action::Up | Action::Down => {
                only(
                    each_is(state, |target| matches!(target, Target::KeyResult(_) | Target::Objective(_))),
                    words::ONLY_OBJECTIVES_AND_KEY_RESULTS_MOVE,
                )?;
                let is_sorted = state.list().order != Order::Set;
                only(
                    !(is_sorted && each_is(state, |target| matches!(target, Target::KeyResult(_)))),
                    words::THEY_STAND_IN_ANOTHER_ORDER,
                )?;
                let way = if action == Action::Up { Way::Up } else { Way::Down };
                only(!off::is_at_the_end(state, way), words::IT_STANDS_AT_THE_END_ALREADY)
            }
            Action::Vote => {
                let Some(Target::KeyResult(id)) = &target else {
                    return Err(words::SELECT_WHAT_TO_VOTE_ON.to_owned());
                };
                let is_committed = quarter.key_result(id).is_some_and(|(_, found)| found.is_committed());
                only(!is_committed, words::VOTE_COMES_BEFORE_THE_COMMIT)
            }
            Action::Waive => waiving::enabled(state, target.as_ref()),
            Action::Delivery => {
                only(
                    each_is(state, |target| matches!(target, Target::KeyResult(_))),
                    words::SELECT_WHAT_DESCRIBES_WORK,
                )?;
                off::may_be_delivered(state)
            }
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        let Some(target) = selected(state) else { return forms::open(state, Subject::NewObjective) };
        match action {
            Action::New => new(state, &target),
            Action::Edit => edit(state, &target),
            Action::Remove => off::remove(state),
            Action::Up => off::move_by(state, &target, Way::Up),
            Action::Down => off::move_by(state, &target, Way::Down),
            Action::Commit => forms::open(state, Subject::Commit),
            Action::Waive => waiving::waive(state, &target),
            Action::Vote => match target {
                Target::KeyResult(id) => forms::open(state, Subject::OpeningVote(id)),
                _ => Vec::new(),
            },
            Action::Delivery => off::to_delivery(state),
        }
    }
}

/// In an empty set the first objective is written; where a filter hides all of it nothing is.
fn is_in_sight(state: &State, target: Option<&Target>) -> Enabled {
    let is_so = target.is_some() || state.list().filter.is_empty();
    if is_so { Ok(()) } else { Err(no_row_says_that(state.keymap.key(GlobalAction::Back))) }
}

/// Whether a row is something that can be taken off the set or its lists.
fn may_go(target: &Target) -> bool {
    !matches!(target, Target::Heading(_) | Target::Handed(_) | Target::Measured(..) | Target::Trouble(_))
}

/// Why a form cannot show what cannot be read, and the key that opens its file.
fn cannot_be_edited(state: &State) -> String {
    words::it_is_mended_in_its_file(state.keymap.key(ListAction::Editor))
}

/// Whether every marked row, or the selected one, is of a kind; not where there is none.
fn each_is(state: &State, is_so: impl Fn(&Target) -> bool) -> bool {
    let taken = marks::taken(state);
    !taken.is_empty() && taken.iter().all(is_so)
}

/// The key results that are not committed.
fn drafts(quarter: &Quarter) -> impl Iterator<Item = &KeyResult> {
    quarter
        .live_key_results()
        .map(|(_, key_result)| key_result)
        .filter(|key_result| !key_result.is_committed())
}

fn new(state: &mut State, target: &Target) -> Vec<Effect> {
    let steps = Steps::with(&state.workspace.steps);
    let under = objective_of(state, target);
    let asks = match under {
        Some(_) => words::WHAT_DO_YOU_WANT_TO_ADD,
        None => words::WHAT_DO_YOU_WANT_TO_ADD_HERE,
    };
    let mut menu =
        Menu::new(anywhere::NEW, asks).answer('o', words::NEW_OBJECTIVE, Choice::Form(Subject::NewObjective));
    if let Some(under) = under {
        let key_result = Choice::Form(Subject::NewKeyResult(under.clone()));
        menu = menu.answer('k', words::NEW_KEY_RESULT, key_result);
        let assumption = Choice::Form(Subject::NewAssumption(under.clone()));
        menu = menu.answer('a', (words::NEW_ASSUMPTION, steps.guide(Step::Set12).question(1)), assumption);
        let asked = Choice::Form(Subject::NewNegotiation(under));
        menu = menu.answer('c', words::NEW_CHANGE_ASKED, asked);
    }
    if let Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) = target {
        let dependency = Choice::Form(Subject::NewDependency(id.clone()));
        menu = menu.answer('d', (words::NEW_DEPENDENCY, steps.guide(Step::Set10).question(0)), dependency);
        let initiative = Choice::Form(Subject::NewInitiative(id.clone()));
        menu = menu.answer('i', words::NEW_INITIATIVE, initiative);
    }
    let line = |list| Choice::Form(Subject::NewLine(list));
    menu = menu
        .answer('n', words::NEW_NOT_NOW, line(List::NotNow))
        .answer('r', words::NEW_KEEP_RUNNING, line(List::KeepRunning))
        .answer('l', words::NEW_DELIVERY, line(List::Delivery));
    menu::open(state, menu)
}

/// The objective a row belongs to, where it is not dropped.
fn objective_of(state: &State, target: &Target) -> Option<ObjectiveId> {
    let (quarter, _) = state.here()?;
    let objective = match target {
        Target::Objective(id) | Target::Assumption(id, _) | Target::Negotiation(id, _) => {
            quarter.objective(id)?
        }
        Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) => {
            quarter.key_result(id)?.0
        }
        _ => return None,
    };
    objective.dropped.is_none().then(|| objective.id.clone())
}

fn edit(state: &mut State, target: &Target) -> Vec<Effect> {
    match target {
        Target::Handed(id) => tick(state, id),
        _ => target.form().map(|subject| forms::open(state, subject)).unwrap_or_default(),
    }
}

/// Whether a row from the last quarter is one that nothing is answered to.
fn is_only_seen(state: &State, target: Option<&Target>) -> bool {
    let Some(Target::Handed(id)) = target else { return false };
    points(state).iter().any(|point| point.id == *id && point.kind.verdicts().is_empty())
}

fn tick(state: &mut State, id: &LineId) -> Vec<Effect> {
    let Some(point) = points(state).into_iter().find(|point| point.id == *id) else { return Vec::new() };
    let menu = Menu::new(words::FROM_THE_LAST_QUARTER, point.text.clone());
    let menu = point.kind.verdicts().iter().fold(menu, |menu, verdict| {
        let (letter, label, says) = match verdict {
            HandedVerdict::Continue => ('c', words::CONTINUE, words::AS_IT_WAS),
            HandedVerdict::Reshape => ('r', words::RESHAPE, words::KEEP_THE_METRIC),
            HandedVerdict::Retire => ('t', words::RETIRE, words::IT_ENDS_HERE),
            HandedVerdict::Used => ('u', words::USED, words::IT_SHAPED_THIS_SET),
            HandedVerdict::Kept => ('k', words::KEPT, words::WE_KEEP_IT_IN_MIND),
            HandedVerdict::Dismissed => ('x', words::DISMISSED, words::WE_LET_IT_GO),
        };
        menu.answer(letter, (label, says), Choice::Tick(id.clone(), *verdict))
    });
    menu::open(state, menu)
}
