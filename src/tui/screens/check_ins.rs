//! Check-ins at the desk: what each measure reads, how sure the room was, what blocks, and what is still to log.

use ratatui::text::{Line, Span};

mod late;
mod said;

use super::{Entry, Screen, not_committed, still_open, unread};
use crate::domain::cycle::Cycle;
use crate::domain::decision::AskedOf;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::number::Number;
use crate::domain::quarter::{Phase, Quarter};
use crate::domain::scoring::Outcome;
use crate::domain::word::word;
use crate::method::check_ins::{Heard, Reason, Round, Rounds};
use crate::method::lint::history::guardrail_of;
use crate::method::step::{Step, Steps};
use crate::method::texts::Empty;
use crate::settings::actions::check_ins::Action;
use crate::settings::actions::{ScreenAction, setting};
use crate::tui::actions::{Enabled, only};
use crate::tui::detail::{self, Lines};
use crate::tui::fit;
use crate::tui::forms::{self, Droppable, Subject};
use crate::tui::list::selected;
use crate::tui::marks;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::check_ins as words;
use crate::words::counted;

/// The cells of a way, from one number to another, that still stands on a line with more.
const LONGEST_WAY: usize = 28;

/// The screen.
pub struct CheckIns;

impl Screen for CheckIns {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        let Ok(desk) = state.desk() else { return Vec::new() };
        let (quarter, rounds) = (desk.quarter, Rounds::at(&desk));
        let mut entries = vec![round_entry(state, quarter, &rounds)];
        for objective in &quarter.objectives {
            let style = state.look.theme.quiet;
            let title = Line::styled(objective.title.clone(), style);
            entries.push(Entry::new(Target::Objective(objective.id.clone()), ListRow::new(title).at_most(1)));
            let rows = objective.key_results.iter().map(|kr| key_result_entry(state, quarter, &rounds, kr));
            entries.extend(rows);
            entries.extend(unread::entries(state, quarter, objective));
        }
        entries.extend(late::entries(state, quarter, desk.cycle));
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Ok(desk) = state.desk() else { return Vec::new() };
        let (quarter, rounds) = (desk.quarter, Rounds::at(&desk));
        match target {
            Target::KeyResult(id) => quarter
                .key_result(id)
                .map(|(_, key_result)| key_result_detail(state, (quarter, key_result), &rounds, width))
                .unwrap_or_default(),
            Target::Objective(id) => detail::objective(state, quarter, id, width),
            Target::Watched(key) => detail::watched(state, key, width),
            Target::Trouble(trouble) => unread::detail(state, trouble, width),
            _ => round_detail(state, (quarter, desk.cycle), &rounds, width),
        }
    }

    fn first(state: &State) -> Option<Target> {
        let desk = state.desk().ok()?;
        let quarter = desk.quarter;
        let open = Rounds::at(&desk).to_log(state.today).first().map(|key_result| key_result.id.clone());
        if quarter.frame.committed.is_none() {
            return Some(Target::Heading(Heading::Set));
        }
        let any = || quarter.live_key_results().next().map(|(_, key_result)| key_result.id.clone());
        open.or_else(any).map(Target::KeyResult)
    }

    fn caption(state: &State) -> (String, String) {
        let Ok(desk) = state.desk() else {
            return (words::CHECK_INS.to_owned(), String::new());
        };
        let (quarter, cycle, rounds) = (desk.quarter, desk.cycle, Rounds::at(&desk));
        let title = match rounds.current(state.today) {
            Some(round) => words::check_in_of(round.number, rounds.list().len()),
            None => words::CHECK_INS.to_owned(),
        };
        let note = match rounds.to_log(state.today).len() {
            _ if quarter.phase(cycle, state.today) == Phase::Unread => Phase::Unread.word().to_owned(),
            _ if quarter.frame.committed.is_none() => words::NOT_COMMITTED_YET.to_owned(),
            0 if state.today < cycle.first => words::begins_on(cycle.first.short(state.today)),
            0 => words::ALL_LOGGED.to_owned(),
            open => words::to_log(open),
        };
        (title, note)
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        detail::guide(state, next_step(state), &[], width)
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let (quarter, cycle) = state.here().ok_or_else(|| anywhere::NO_QUARTER_IS_OPEN.to_owned())?;
        still_open(state, (quarter, cycle))?;
        only(quarter.frame.committed.is_some(), &not_committed(state))?;
        let target = selected(state);
        match action {
            Action::Decide => Ok(()),
            Action::Log => match target {
                Some(Target::Watched(..)) => Ok(()),
                Some(Target::KeyResult(id)) => only(!quarter.is_dropped(&id), words::IT_HAS_BEEN_DROPPED),
                _ => Err(anywhere::SELECT_A_KEY_RESULT.to_owned()),
            },
            Action::Correct | Action::TakeBack => {
                only(!said::to_take_back(state).is_empty(), words::NOTHING_HAS_BEEN_SAID_HERE_YET)
            }
            Action::Change => only(
                Droppable::all(&marks::taken(state)).is_some_and(|all| !all.is_empty()),
                words::SELECT_OBJECTIVE_OR_KEY_RESULT,
            ),
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match (action, selected(state)) {
            (Action::Decide, _) => forms::open(state, Subject::Decision),
            (Action::Log, Some(Target::KeyResult(id))) => forms::open(state, Subject::CheckIn(id)),
            (Action::Log, Some(Target::Watched(key))) => forms::open(state, Subject::LateReading(key)),
            (Action::Correct, Some(Target::KeyResult(id))) => said::correct(state, &id),
            (Action::Correct, Some(Target::Heading(_))) => forms::open(state, Subject::DecisionCorrection),
            (Action::TakeBack, Some(target)) => said::take_back(state, target),
            (Action::Change, Some(_)) => change(state),
            (Action::Log | Action::Correct | Action::TakeBack | Action::Change, _) => Vec::new(),
        }
    }
}

/// What is to be done here next: readings while one is missing, in the middle of the quarter keep, change or drop then; on the
/// row of the check-in itself its decision.
fn next_step(state: &State) -> Step {
    let Ok(desk) = state.desk() else { return Step::Chk1 };
    let rounds = Rounds::at(&desk);
    let is_mid = || rounds.current(state.today).is_some_and(|round| round.is_mid);
    match selected(state) {
        _ if desk.quarter.frame.committed.is_none() => Step::Chk1,
        Some(Target::Heading(_)) => Step::Chk5,
        _ if rounds.to_log(state.today).is_empty() && is_mid() => Step::Mid2,
        _ => Step::Chk1,
    }
}

/// Asks what becomes of the selected row; several that are marked can only be dropped together.
fn change(state: &mut State) -> Vec<Effect> {
    let menu = |says: &str| Menu::new(words::KEEP_CHANGE_OR_DROP, says);
    let taken = marks::apart(state, &marks::taken(state));
    let menu = match taken.as_slice() {
        [Target::KeyResult(id)] => menu(words::LAGGING_WORK_IS_NO_REASON)
            .answer('c', words::CHANGE_KEY_RESULT, Choice::Form(Subject::KeyResult(id.clone())))
            .drop_or_take_up(state, Droppable::KeyResult(id.clone())),
        [Target::Objective(id)] => menu(Steps::with(&state.workspace.steps).guide(Step::Mid2).question(0))
            .answer('c', words::CHANGE_OBJECTIVE, Choice::Form(Subject::Objective(id.clone())))
            .drop_or_take_up(state, Droppable::Objective(id.clone())),
        several => {
            menu(words::LAGGING_WORK_IS_NO_REASON).drop_several(Droppable::all(several).unwrap_or_default())
        }
    };
    menu::open(state, menu)
}

/// The row of the check-in itself: its day and what was decided.
fn round_entry(state: &State, quarter: &Quarter, rounds: &Rounds) -> Entry {
    let theme = &state.look.theme;
    let day = rounds.current(state.today).map(|round| round.day.long()).unwrap_or_default();
    let decision = decisions(state, quarter, rounds).pop();
    let says =
        decision.map_or_else(|| words::NO_DECISION_YET.to_owned(), |decision| words::decided(&decision));
    let line =
        Line::from(vec![Span::styled(format!("{day}  "), theme.heading), Span::styled(says, theme.quiet)]);
    Entry::new(Target::Heading(Heading::Set), ListRow::new(line))
}

/// What was decided in this round, oldest first.
fn decisions(state: &State, quarter: &Quarter, rounds: &Rounds) -> Vec<String> {
    let current = rounds.current(state.today);
    let of_round = quarter.standing_sittings().filter(|sitting| rounds.round_of(sitting.date) == current);
    of_round.filter_map(|sitting| sitting.decision.clone()).collect()
}

fn key_result_entry(state: &State, quarter: &Quarter, rounds: &Rounds, key_result: &KeyResult) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let target = Target::KeyResult(key_result.id.clone());
    let beside = match () {
        () if quarter.outcome(key_result) == Outcome::ToFindOut => Some(anywhere::TO_FIND_OUT.to_owned()),
        () if quarter.is_dropped(&key_result.id) => Some(anywhere::DROPPED.to_owned()),
        () if quarter.frame.committed.is_some() && !key_result.is_committed() => {
            Some(words::still_a_draft(commits(state)))
        }
        () => None,
    };
    if let Some(word) = beside {
        let line = Line::styled(format!("{}  {}", key_result.name(), fit::tied(&word)), theme.quiet);
        let row = ListRow::new(line).signed(Span::styled(glyphs.dot, theme.quiet));
        return Entry::new(target, row.indented(1));
    }
    let is_logged = rounds.is_logged(key_result, state.today);
    let sign = Span::styled(if is_logged { glyphs.done } else { glyphs.draft }, theme.quiet);
    let hang = " ".repeat(fit::width(&sign.content));
    let name = ListRow::new(Line::styled(key_result.name().to_owned(), theme.text)).signed(sign);
    let standing = standing(state, quarter, rounds, key_result);
    let mut row = standing.into_iter().fold(name, |row, line| row.and(line).signed(hang.clone()));
    if let Some(blocked) = rounds.blockers(&key_result.id).last() {
        let words = Line::styled(anywhere::blocked(blocked), theme.attention);
        row = row.and(words).signed(Span::styled(glyphs.attention, theme.attention)).signed(hang).at_most(2);
    }
    Entry::new(target, row.indented(1))
}

/// The trend, the way, how far it moved, and what the room last believed; after a long way on a line of their own.
fn standing(state: &State, quarter: &Quarter, rounds: &Rounds, key_result: &KeyResult) -> Vec<Line<'static>> {
    let (look, theme) = (&state.look, &state.look.theme);
    let mut spans = detail::trend(state, key_result, &readings(rounds, &key_result.id)).spans;
    if !spans.is_empty() {
        spans.push(Span::raw("  "));
    }
    let measure = key_result.committed_measure();
    let movement = measure.movement(look.glyphs.to);
    let mut lines = Vec::new();
    if fit::width(&movement) > LONGEST_WAY {
        let unit = format!(" {}", measure.unit());
        let is_twice = unit.len() > 1 && movement.matches(&unit).count() == 2;
        let once = if is_twice { movement.replacen(&unit, "", 1) } else { movement };
        spans.push(Span::styled(once, theme.quiet));
        lines.push(Line::from(std::mem::take(&mut spans)));
    } else {
        spans.push(Span::styled(format!("{}  ", fit::tied(&movement)), theme.quiet));
    }
    let moved = detail::moved(quarter.progress(key_result));
    spans.push(Span::styled(format!("{}  ", fit::tied(&moved)), theme.quiet));
    let is_heard = rounds.trend(&key_result.id).iter().any(|heard| !heard.is_silent());
    spans.extend(detail::believed(state, rounds.last_shown(&key_result.id), is_heard));
    lines.push(Line::from(spans));
    lines
}

/// The readings of the rounds so far, a gap where nothing was read.
fn readings(rounds: &Rounds, id: &KeyResultId) -> Vec<Option<Number>> {
    let trend = rounds.trend(id);
    let last = trend.iter().rposition(|heard| !heard.is_silent()).map_or(0, |at| at + 1);
    trend.iter().take(last).map(|heard| heard.reading.map(|reading| reading.value)).collect()
}

fn key_result_detail(
    state: &State,
    (quarter, key_result): (&Quarter, &KeyResult),
    rounds: &Rounds,
    width: usize,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(state, width).title(&key_result.title).gap_below(2);
    lines = lines.way(quarter, key_result);
    lines = lines.text(&quarter.progress(key_result).to_string()).gap();
    let opening = rounds.opening(&key_result.id);
    if let Some(median) = opening.median() {
        lines = lines.quiet(&anywhere::opening_vote_spread(median, opening.spread())).gap();
    }
    let agreed = quarter.agreed_before(state.today.plus(1), Some(&key_result.id));
    lines = lines.each(agreed, |lines, action| lines.text(&words::agreed(action.shown(state.today)))).gap();
    let about = AskedOf::KeyResult(key_result.id.clone());
    let mut asks = guardrail_of(state.asked_of(&about));
    let trend = rounds.trend(&key_result.id);
    lines = lines.each(trend.iter().rev().filter(|heard| !heard.is_silent()), |lines, heard| {
        let lines = lines.text(&heard_words(state, key_result, heard));
        let lines = lines.each(&heard.changed, |lines, text| lines.quiet(&words::changed(text)));
        let lines = lines.each(&heard.blocked, |lines, text| lines.attention(&anywhere::blocked(text)));
        let lines = lines.each(&heard.plans, |lines, plan| lines.quiet(&words::plan_still_right(word(plan))));
        let guardrail = key_result.guardrail.as_ref().zip(heard.guardrail);
        let guardrail = guardrail.map(|(guardrail, now)| detail::guardrail_words(guardrail, Some(now)));
        // The last that was read is the one that is asked about.
        let asked = guardrail.as_ref().and_then(|_| asks.take());
        let lines = lines.each(guardrail, |lines, says| lines.quiet(&words::guardrail(&says)));
        lines.each(asked, |lines, asks| lines.attention(asks.question())).gap()
    });
    lines.lines(detail::definition(state, key_result, width)).done()
}

/// One check-in in a line: its number and day, the reading, the room's confidence. Where the days of the cycle cannot be read it
/// is of no check-in, and has its own day.
fn heard_words(state: &State, key_result: &KeyResult, heard: &Heard) -> String {
    let Round { number, day, .. } = heard.round;
    let reading = match heard.reading {
        Some(reading) => key_result.committed_measure().shown(reading.value),
        None if heard.not_readable => anywhere::NOT_READABLE_YET.to_owned(),
        None => words::NO_READING.to_owned(),
    };
    let is_unread = state.here().is_some_and(|(_, cycle)| cycle.is_unread);
    let own = heard.reading.map(|reading| reading.date).or(heard.voted).filter(|_| is_unread);
    let votes = votes_words(state, heard);
    match own {
        Some(own) => words::read_on(own.short(state.today), reading, votes),
        None => words::check_in_read(number, day.short(state.today), &reading, votes),
    }
}

/// The votes of a round, or only how many are in while they are hidden.
fn votes_words(state: &State, heard: &Heard) -> String {
    let count = heard.votes.len();
    let people = state.place.as_ref().map_or(0, |key| state.workspace.people_of(&key.team));
    match heard.median() {
        None => {
            heard.hidden_words(people).map(|words| format!(", {}", fit::tied(&words))).unwrap_or_default()
        }
        Some(median) if count == 1 => format!(", {}", fit::tied(&words::confidence(median))),
        Some(median) => {
            format!(", {}", fit::tied(&words::confidence_spread(median, heard.spread())))
        }
    }
}

/// Why a key result is talked about, in a few words (CHK-4).
fn reason_words(reason: Reason) -> String {
    match reason {
        Reason::NewBlocker => words::A_NEW_BLOCKER.to_owned(),
        Reason::Fallen { points } => words::confidence_fell_by(points),
        Reason::Spread { points } => words::votes_apart(points),
        Reason::Low => words::CONFIDENCE_30_OR_LESS.to_owned(),
        Reason::NoReading => words::NO_READING.to_owned(),
        Reason::Frozen => words::CONFIDENCE_FROZEN.to_owned(),
    }
}

/// The key that commits.
fn commits(state: &State) -> String {
    state.keymap.key(setting::Action::Commit)
}

fn round_detail(
    state: &State,
    (quarter, cycle): (&Quarter, &Cycle),
    rounds: &Rounds,
    width: usize,
) -> Vec<Line<'static>> {
    let is_unread = quarter.phase(cycle, state.today) == Phase::Unread;
    if let (true, Err(says)) = (is_unread, still_open(state, (quarter, cycle))) {
        return Lines::new(state, width).text(&says).done();
    }
    if quarter.frame.committed.is_none() {
        let begin = ScreenAction::CheckIns(Action::Log);
        let empty = detail::empty(state, Empty::CheckIns, begin, width);
        return Lines::new(state, width).text(&not_committed(state)).gap().lines(empty).done();
    }
    let mut lines = Lines::new(state, width);
    if let Some(round) = rounds.current(state.today) {
        let number = round.number;
        let title = if round.is_mid { words::check_in_with_mid(number) } else { words::check_in(number) };
        lines = lines.title(&title).quiet(&round.day.long()).gap();
        let exceptions = rounds.exceptions(round);
        if !exceptions.is_empty() {
            lines = lines.text(words::TALK_ABOUT);
        }
        lines = lines.each(exceptions, |lines, exception| {
            let name =
                quarter.key_result(&exception.key_result).map_or("", |(_, key_result)| key_result.name());
            let reasons: Vec<String> = exception.reasons.iter().map(|reason| reason_words(*reason)).collect();
            lines.signed(state.look.glyphs.dot, &format!("{name}: {}", reasons.join(", ")))
        });
    }
    let decided = decisions(state, quarter, rounds);
    lines = lines.gap().each(decided, |lines, decision| lines.text(&words::decided(&decision)));
    if let Some(overdue) = rounds.overdue(state.today) {
        let since = overdue.since.short(state.today);
        lines = lines.gap().attention(&words::overdue(counted::DAYS.of(overdue.days), &since));
    }
    lines.done()
}
