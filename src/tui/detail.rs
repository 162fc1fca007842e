//! What is said about an object beside a list; shared by the screens, so that a key result reads the same everywhere.

use std::iter;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::actions;
use super::fit;
use super::look::Look;
use super::state::State;
use super::widgets::scale::Scale;
use super::widgets::wrapped::wrapped;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::{LineId, ObjectiveId};
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::objective::{Assumption, MidVerdict, Objective};
use crate::domain::quarter::Quarter;
use crate::domain::scoring::Outcome;
use crate::domain::word::word;
use crate::method::budget::{self, Budget, EffortPlan, Shape};
use crate::method::hand_over;
use crate::method::step::Steps;
use crate::method::texts::{self, Empty};
use crate::settings::actions::{Action, ScreenAction};
use crate::words::anywhere;
use crate::words::detail as words;
pub use guide::guide;

mod asked;
mod between;
mod guide;
mod handed;
mod key_result;
mod ran;
mod stops;
mod watched;

pub use asked::mark;
pub use between::{asked, measured, team_name};
pub use handed::kind_word;
pub use key_result::{belief, believed, definition, guardrail_words, is_silent, key_result, moved, trend};
pub use ran::how_it_ran;
pub use watched::watched;

/// The cells of the labels where they have a column.
const COLUMN: usize = 14;
/// The width from which on labels have a column.
const COLUMN_FROM: usize = 38;
/// The rows from which on a terminal is tall.
const TALL_FROM: u16 = 30;

/// Lines of a detail, put together one after the other.
pub struct Lines<'a> {
    look: &'a Look,
    today: Day,
    width: usize,
    /// Whether a line more or less matters little.
    is_tall: bool,
    made: Vec<Line<'static>>,
}

impl<'a> Lines<'a> {
    /// Begins with nothing, as the screens look.
    pub fn new(state: &'a State, width: usize) -> Self {
        Self { is_tall: is_tall(state), ..Self::on(&state.look, state.today, width) }
    }

    /// Begins with nothing, on a day.
    pub fn on(look: &'a Look, today: Day, width: usize) -> Self {
        Self { look, today, width, is_tall: false, made: Vec::new() }
    }

    /// How they look.
    pub fn look(&self) -> &'a Look {
        self.look
    }

    /// The lines.
    pub fn done(self) -> Vec<Line<'static>> {
        self.made
    }

    /// A title, as many lines as it takes.
    #[must_use]
    pub fn title(self, text: &str) -> Self {
        let style = self.look.theme.heading;
        self.styled(text, style)
    }

    /// Plain words.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        let style = self.look.theme.text;
        self.styled(text, style)
    }

    /// Words read second.
    #[must_use]
    pub fn quiet(self, text: &str) -> Self {
        let style = self.look.theme.quiet;
        self.styled(text, style)
    }

    /// Something that needs attention, with its sign.
    #[must_use]
    pub fn attention(self, text: &str) -> Self {
        let (style, sign) = (self.look.theme.attention, self.look.glyphs.attention);
        self.hanging(&Line::styled(format!("{sign} {text}"), style), fit::width(sign) + 1)
    }

    fn styled(self, text: &str, style: Style) -> Self {
        self.hanging(&Line::styled(text.to_owned(), style), begins_at(text))
    }

    fn hanging(mut self, line: &Line, hang: usize) -> Self {
        self.made.extend(wrapped(line, self.width, hang));
        self
    }

    /// A key and what it does.
    #[must_use]
    pub fn key(self, text: &str) -> Self {
        let style = self.look.theme.key;
        if text.is_empty() { self } else { self.styled(text, style) }
    }

    /// A sign with words beside it.
    #[must_use]
    pub fn signed(self, sign: &str, text: &str) -> Self {
        let style = self.look.theme.text;
        self.signed_in(sign, text, style)
    }

    /// A sign with words of a style beside it.
    #[must_use]
    pub fn signed_in(self, sign: &str, text: &str, style: Style) -> Self {
        let sign = Span::styled(format!("{sign} "), self.look.theme.quiet);
        let hang = sign.width();
        self.hanging(&Line::from(vec![sign, Span::styled(text.to_owned(), style)]), hang)
    }

    /// An empty line, but never two and none on top.
    #[must_use]
    pub fn gap(mut self) -> Self {
        if self.made.last().is_some_and(|line| line.width() > 0) {
            self.made.push(Line::default());
        }
        self
    }

    /// The same below a title, which takes so many lines with what belongs to it. On a tall screen what follows begins no higher
    /// however short the title is, so that it stands still while one goes from row to row.
    #[must_use]
    pub fn gap_below(self, lines: usize) -> Self {
        let mut all = self.gap();
        if all.is_tall && all.made.len() <= lines {
            all.made.resize(lines + 1, Line::default());
        }
        all
    }

    /// A label with its words beside it, in a column of their own where there is room; left out when there are none.
    #[must_use]
    pub fn field(self, label: &str, words: Option<&str>) -> Self {
        let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) else { return self };
        let column = if self.width >= COLUMN_FROM { COLUMN } else { 0 };
        let theme = &self.look.theme;
        let line = Line::from(vec![
            Span::styled(format!("{label:<column$}  "), theme.quiet),
            Span::styled(words.to_owned(), theme.text),
        ]);
        self.hanging(&line, column + 2)
    }

    /// The questions that were waived, each with its reason.
    #[must_use]
    pub fn waived(self, waivers: &Waivers) -> Self {
        let today = self.today;
        self.each(waivers, |lines, (rule, Waiver { reason, date })| {
            lines.quiet(&anywhere::waived_on(rule, date.short(today), reason))
        })
    }

    /// Lines made elsewhere.
    #[must_use]
    pub fn lines(mut self, lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        self.made.extend(lines);
        self
    }

    /// Does something to the lines for each of several things.
    #[must_use]
    pub fn each<T>(self, all: impl IntoIterator<Item = T>, add: impl FnMut(Self, T) -> Self) -> Self {
        all.into_iter().fold(self, add)
    }
}

/// Whether the terminal has so many rows that a line more or less of a detail matters little.
pub fn is_tall(state: &State) -> bool {
    state.size.height >= TALL_FROM
}

/// An objective: why now, what it contributes to, what is assumed.
pub fn objective(state: &State, quarter: &Quarter, id: &ObjectiveId, width: usize) -> Vec<Line<'static>> {
    let Some(objective) = quarter.objective(id) else { return Vec::new() };
    let mut lines = Lines::new(state, width).title(&objective.title).gap_below(2);
    if let Some(dropped) = &objective.dropped {
        lines =
            lines.attention(&anywhere::dropped_on(dropped.date.short(state.today), &dropped.reason)).gap();
    }
    lines = lines
        .field(anywhere::WHY_NOW, objective.why_now.as_deref())
        .field(anywhere::ORIGIN, objective.origin.as_ref().map(word).as_deref())
        .field(anywhere::CONTRIBUTES_TO, objective.contributes_to.as_deref())
        .field(anywhere::HOW, objective.contribution.as_deref())
        .field(anywhere::WEIGHED, objective.alternative.as_deref())
        .field(anywhere::NO_LINK, objective.no_link.as_deref().filter(|_| objective.contributes_to.is_none()))
        .field(words::CARRIED_FROM, objective.carried_from.as_deref())
        .field(anywhere::MID_QUARTER, objective.mid_quarter.as_ref().map(MidVerdict::says).as_deref())
        .waived(&objective.waivers)
        .each(objective.rewordings(), |lines, (old, new)| {
            lines.quiet(&anywhere::said_until(&old.title, new.date.short(state.today), &new.reason))
        })
        .each(&objective.negotiations, |lines, asked| lines.field(anywhere::ASKED, Some(&asked.to_string())))
        .gap();
    if objective.assumptions.is_empty() {
        return lines.quiet(words::NO_ASSUMPTION_IS_WRITTEN_DOWN).done();
    }
    lines
        .quiet(words::WE_ASSUME)
        .each(
            objective.assumptions.iter().map(|one| (assumption_words(quarter, objective, one), one)),
            assumed,
        )
        .done()
}

/// An assumption, and the objective that stands on it.
pub fn assumption(
    state: &State,
    quarter: &Quarter,
    (under, id): (&ObjectiveId, &LineId),
    width: usize,
) -> Vec<Line<'static>> {
    let Some(found) = quarter.objective(under) else { return Vec::new() };
    let Some(assumption) = found.assumptions.iter().find(|one| one.id == *id) else { return Vec::new() };
    Lines::new(state, width)
        .title(&assumption.text)
        .gap_below(2)
        .field(words::NOTICED_BY, assumption.noticed_by.as_deref())
        .field(words::ASSUMED_FOR, Some(&found.title))
        .done()
}

/// A change that was asked of an objective: what, from where, and what came of it.
pub fn negotiation(
    state: &State,
    quarter: &Quarter,
    (under, id): (&ObjectiveId, &LineId),
    width: usize,
) -> Vec<Line<'static>> {
    let Some(found) = quarter.objective(under) else { return Vec::new() };
    let Some(negotiation) = found.negotiations.iter().find(|one| one.id == *id) else { return Vec::new() };
    let asked = words::from(word(&negotiation.from), negotiation.date.short(state.today));
    Lines::new(state, width)
        .title(&negotiation.asked)
        .gap_below(2)
        .field(anywhere::ASKED, Some(&asked))
        .field(words::OUTCOME, Some(negotiation.outcome.as_deref().unwrap_or(words::OPEN)))
        .field(words::OF, Some(&found.title))
        .done()
}

/// An assumption of a quarter, and how it came out or stands where that was said.
pub fn assumption_words(quarter: &Quarter, objective: &Objective, assumption: &Assumption) -> String {
    let stands = hand_over::came_out(quarter, objective, assumption).as_ref().map(word);
    stands.map_or(assumption.text.clone(), |stands| {
        // A sentence that goes on behind a comma has no full stop.
        anywhere::assumption_stands(assumption.text.trim_end_matches('.'), stands)
    })
}

/// An assumption in words, and how we would notice that it is wrong.
fn assumed<'a>(lines: Lines<'a>, (text, assumption): (String, &Assumption)) -> Lines<'a> {
    let noticed = assumption.noticed_by.as_deref();
    let says = noticed.map_or(text.clone(), |how| words::assumption_noticed_by(&text, how));
    let dot = lines.look.glyphs.dot;
    lines.signed(dot, &says)
}

/// How a key result came out, in a word, with the scale for a score.
pub fn outcome(look: &Look, outcome: Outcome, cells: usize) -> Vec<Span<'static>> {
    let theme = &look.theme;
    match outcome {
        Outcome::Scored(score) | Outcome::Provisional(score) => {
            let mut spans = if look.is_in_words {
                vec![Span::styled(score.to_string(), theme.text)]
            } else {
                let mut bar = Scale::with_mark(Some(score.ratio())).line(look, cells).spans;
                bar.push(Span::styled(format!(" {score}"), theme.text));
                bar
            };
            if matches!(outcome, Outcome::Provisional(_)) {
                spans.push(Span::styled(format!(" {}", anywhere::PROVISIONAL), theme.quiet));
            }
            spans
        }
        Outcome::Dropped => vec![Span::styled(anywhere::DROPPED, theme.quiet)],
        Outcome::ReadsLater => vec![Span::styled(anywhere::READS_LATER, theme.quiet)],
        Outcome::ToFindOut => vec![Span::styled(anywhere::TO_FIND_OUT, theme.quiet)],
        Outcome::Draft => vec![Span::styled(anywhere::DRAFT, theme.quiet)],
        Outcome::Open => vec![Span::styled(words::NOT_SCORED_YET, theme.quiet)],
    }
}

/// What belongs in an empty place, why, one good example, and the key that begins it where it can be begun now.
pub fn empty(state: &State, place: Empty, begin: ScreenAction, width: usize) -> Vec<Line<'static>> {
    let begin = Action::Screen(begin);
    let key = actions::enabled(state, begin).map(|()| state.keymap.invitation(begin)).unwrap_or_default();
    begun_by(state, place, &key, width)
}

/// The same where more than one key begins it.
pub fn begun_by(state: &State, place: Empty, key: &str, width: usize) -> Vec<Line<'static>> {
    let text = texts::empty(place);
    Lines::new(state, width)
        .text(&text.what)
        .gap()
        .quiet(&text.why)
        .gap()
        .field(words::LIKE_LABEL, Some(&text.example))
        .gap()
        .key(key)
        .done()
}

/// What the process cost so far in the open quarter, against its limit; empty where none is open.
pub fn effort(state: &State) -> String {
    let Some((quarter, _)) = state.here() else { return String::new() };
    let told = words::effort_so_far(effort_against(state, quarter));
    over(state, quarter, told)
}

/// The same of a quarter, with what was planned where its days can be read.
pub fn effort_of(state: &State, quarter: &Quarter, cycle: &Cycle) -> String {
    if cycle.is_unread {
        return over(state, quarter, words::effort_so_far(effort_against(state, quarter)));
    }
    let shape = Shape::within(&state.workspace, quarter, cycle);
    let planned = EffortPlan::of(shape, Steps::with(&state.workspace.steps)).total();
    let told = words::effort_so_far_planned(effort_against(state, quarter), planned);
    over(state, quarter, told)
}

/// What a quarter cost, against its limit.
fn effort_against(state: &State, quarter: &Quarter) -> String {
    budget_of(state, quarter).against(budget::spent(quarter).total())
}

fn budget_of(state: &State, quarter: &Quarter) -> Budget {
    let cycle = state.workspace.cycles.get(&quarter.key.cycle);
    cycle.map_or(Budget::new(state.workspace.settings.day_hours), |cycle| {
        Budget::within(&state.workspace, cycle)
    })
}

/// With what is said of an effort over the limit.
fn over(state: &State, quarter: &Quarter, told: String) -> String {
    let says = budget_of(state, quarter).sentence(budget::spent(quarter).total());
    let told = iter::once(told).chain(says);
    told.collect::<Vec<_>>().join(&format!(" {} ", state.look.glyphs.dot))
}

/// Where the words of a line begin: after its blanks, and after the number or letter it has on a board.
fn begins_at(text: &str) -> usize {
    let words = text.trim_start();
    let label = words.find("  ").filter(|end| (1..=2).contains(end));
    let label = label.filter(|end| words[..*end].chars().all(|sign| sign.is_ascii_alphanumeric()));
    let rest = label.map_or(words, |end| words[end..].trim_start());
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_tall_screen_what_follows_a_title_stands_still() {
        let look = Look::default();
        let begins = |is_tall, title: &str| {
            let lines = Lines { is_tall, ..Lines::on(&look, Day::new(2027, 1, 1).unwrap(), 20) };
            let lines = lines.title(title).gap_below(2).text("moved").done();
            lines.iter().position(|line| line.to_string() == "moved").unwrap()
        };
        let titles = ["Sign-in failures", "Sign-in failures from 8 to 2 %"];
        assert_eq!(titles.map(|title| begins(true, title)), [3, 3]);
        assert_eq!(titles.map(|title| begins(false, title)), [2, 3]);
        assert_eq!(begins(true, "Sign-in failures caused by authentication"), 4);
    }

    #[test]
    fn a_line_hangs_after_its_number() {
        let look = Look::default();
        let lines = Lines::on(&look, Day::new(2027, 1, 1).unwrap(), 16);
        let lines = lines.title("2  Money that is where it should be").text(" b  one two three four five");
        let said: Vec<String> = lines.done().iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            ["2  Money that is", "   where it", "   should be", " b  one two", "    three four", "    five"]
        );
        let apart = Lines::on(&look, Day::new(2027, 1, 1).unwrap(), 16);
        assert_eq!(
            apart.text("2  \u{6c7a}\u{6e08}\u{306f}\u{8ab0}\u{3082}\u{8003}\u{3048}\u{306a}\u{3044}").done()
                [0]
            .width(),
            15
        );
    }
}
