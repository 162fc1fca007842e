//! The fields of a form as they are drawn: the label, what is typed, what it is taken for, what is wrong with it. At the
//! desk the labels stand beside the fields, in a room above the one field that is shown.

use std::iter;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Entry, Form, Subject, place};
use crate::domain::confidence::Confidence;
use crate::domain::display::first_line;
use crate::domain::effort::{PersonMinutes, minutes};
use crate::domain::named::nearest_team;
use crate::domain::score::Score;
use crate::method::session::offers::Ask;

use crate::domain::quantity::{read_in_unit, with_unit};
use crate::method::fields::Input;
use crate::method::step::Steps;
use crate::settings::actions::FormAction;
use crate::tui::fit::{self, Stand};
use crate::tui::message::Hit;
use crate::tui::room;
use crate::tui::state::State;
use crate::tui::view::Drawn;
use crate::tui::widgets::choice::Choice;
use crate::tui::widgets::text_input::Focus;
use crate::tui::widgets::{after, cells, put, row};
use crate::words::forms as words;

/// The cells before the fields: the marker and the labels.
const LABELS: u16 = 20;
/// The cells of a field that takes a number.
const NUMBER: u16 = 16;
/// The cells of a field that takes a day.
const DAY: u16 = 16;
/// The rows that a text of several lines takes at most; the others are gone to in it.
const PROSE: u16 = 4;

/// Where the labels stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// Before their fields.
    Beside,
    /// On a row of their own, so that the field has the whole width.
    Above,
}

impl Labels {
    pub(super) const fn cells(self) -> u16 {
        match self {
            Self::Beside => LABELS,
            Self::Above => 2,
        }
    }

    const fn rows(self) -> u16 {
        match self {
            Self::Beside => 0,
            Self::Above => 1,
        }
    }
}

/// The fields of a form, in front of somebody.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) state: &'a State,
    pub(super) form: &'a Form,
    pub(super) labels: Labels,
    /// The first that is not drawn by itself.
    pub(super) from: usize,
}

impl Fields<'_> {
    /// What stopped a save: whole, and how many fields more are not right. One line is enough where the field with the
    /// focus says the same below, and none where it is the only one.
    pub(super) fn stopped(&self, width: u16) -> Vec<String> {
        let Some(says) = &self.form.problem else { return Vec::new() };
        let (glyphs, width, entries) = (self.state.look.glyphs, usize::from(width), &self.form.entries);
        let below = entries.get(self.form.focus).and_then(|entry| entry.problem.as_deref());
        let is_said_below = below.is_some_and(|below| says.ends_with(below));
        if is_said_below && entries.len() == 1 {
            return Vec::new();
        }
        let more = entries.iter().filter(|entry| entry.problem.is_some()).count().saturating_sub(1);
        let more = if more == 0 { String::new() } else { words::and_more_below(more) };
        let says = room::without_places(self.state, says);
        let lines: Vec<_> = says.split('\n').map(fit::shown).collect();
        let says = format!("{} {}", glyphs.attention, lines.join("\n"));
        if is_said_below {
            let says = fit::shorten(&says, width.saturating_sub(fit::width(&more)), glyphs.ellipsis);
            return vec![format!("{says}{more}")];
        }
        fit::wrap(&format!("{says}{more}"), width).into_iter().map(ToOwned::to_owned).collect()
    }

    /// The rows a field takes: itself, and what is said below it.
    pub(super) fn height(&self, at: usize, width: u16) -> u16 {
        let field = self.field_height(&self.form.entries[at], width);
        self.labels.rows() + field + cells(self.said(at, width).len())
    }

    /// The rows all fields take but those that are drawn by themselves.
    pub(super) fn all(&self, width: u16) -> u16 {
        (self.from..self.form.entries.len()).map(|at| self.height(at, width)).sum()
    }

    /// What is said below a field: what is wrong with it or what somebody else wrote, with its mark, or what to type while it
    /// has the focus.
    fn said(&self, at: usize, width: u16) -> Vec<String> {
        let entry = &self.form.entries[at];
        let is_wrong = entry.problem.is_some() || entry.theirs.is_some();
        let hint = || {
            let says = entry.says(
                at == self.form.focus,
                &self.state.keymap,
                Steps::with(&self.state.workspace.steps),
            )?;
            Some(match entry.input {
                _ if is_wrong => format!("{} {says}", self.state.look.glyphs.attention),
                Input::Elsewhere(_) => words::lists_them(says, self.state.keymap.key(FormAction::Library)),
                _ => says.into_owned(),
            })
        };
        let room = width.saturating_sub(self.labels.cells());
        let cut = if at == self.form.focus { self.cut_echo(entry, room) } else { None };
        let read = || place::read_as(self.state, self.form, entry).filter(|_| at == self.form.focus);
        let says = self.outside(entry).or_else(read).filter(|_| !is_wrong).or_else(hint);
        let lines = |says: String| {
            let says = says.split('\n').map(fit::shown).collect::<Vec<_>>().join("\n");
            let lines = fit::wrap(&says, usize::from(room)).into_iter();
            lines.map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        cut.into_iter().chain(says).flat_map(lines).collect()
    }

    /// What a number is taken for, where there is no room for all of it beside the field: no unit is cut.
    fn cut_echo(&self, entry: &Entry, room: u16) -> Option<String> {
        let beside = usize::from(room.saturating_sub(NUMBER + 1));
        let echo = self.echo(entry, beside);
        (matches!(entry.input, Input::Number(_)) && fit::width(&fit::shown(&echo)) > beside).then_some(echo)
    }

    /// That a key result would wait for a team that is not here, with the one that may be meant.
    fn outside(&self, entry: &Entry) -> Option<String> {
        let subject = &self.form.subject;
        let is_asked = matches!(
            subject,
            Subject::Dependency(..) | Subject::NewDependency(_) | Subject::Room(Ask::Depend)
        );
        let (typed, workspace) = (entry.text().trim(), &self.state.workspace);
        let is_unknown = is_asked
            && entry.name == "team"
            && !typed.is_empty()
            && workspace.teams.len() > 1
            && workspace.team_called(typed).is_none();
        is_unknown.then(|| match nearest_team(workspace, typed) {
            Some(near) => words::no_team_is_called_that_but(near),
            None => words::NO_TEAM_IS_CALLED_THAT.to_owned(),
        })
    }

    fn field_height(&self, entry: &Entry, width: u16) -> u16 {
        let width = width.saturating_sub(self.labels.cells());
        match entry.input {
            Input::Choice(words) => Choice::height(&self.state.look, words, width),
            Input::Prose => entry.line().height(width).min(PROSE),
            Input::Text
            | Input::Names
            | Input::Number(_)
            | Input::Count
            | Input::Minutes
            | Input::Confidence
            | Input::Score
            | Input::Day(_)
            | Input::Elsewhere(_) => 1,
        }
    }

    fn is_masked(&self) -> bool {
        is_masked(self.state, self.form)
    }

    /// The number that the field with the focus holds, or the row of numbers that the hands showed.
    pub(super) fn number(&self) -> Option<&str> {
        let entry = self.form.entries.get(self.form.focus).filter(|_| !self.is_masked())?;
        let text = entry.text().trim();
        let is_number = text.chars().all(|sign| sign.is_ascii_digit() || " .,%+-".contains(sign));
        Some(text).filter(|_| {
            is_number
                && !matches!(entry.input, Input::Day(_))
                && text.contains(|sign: char| sign.is_ascii_digit())
        })
    }

    /// Draws a field with its label and what is said below it; says where the cursor belongs and what can be clicked.
    pub(super) fn draw(&self, at: usize, area: Rect, buf: &mut Buffer) -> Drawn {
        let (look, entry) = (&self.state.look, &self.form.entries[at]);
        let has_focus = at == self.form.focus;
        let (sign, style) =
            if has_focus { (look.glyphs.cursor, look.theme.heading) } else { (" ", look.theme.quiet) };
        let label = match self.labels {
            Labels::Beside => {
                fit::pad(entry.label, usize::from(LABELS - 3), Stand::Left, look.glyphs.ellipsis)
            }
            Labels::Above => entry.label.to_owned(),
        };
        put(buf, area, &format!("{sign} {label}"), style);
        let focus = if has_focus { Focus::Here } else { Focus::Elsewhere };
        let above = self.labels.rows().min(area.height);
        let place = Rect { y: area.y + above, height: area.height - above, ..area };
        let place = after(place, self.labels.cells());
        let (cursor, words) = self.draw_input(entry, focus, place, buf);
        let asks = entry.problem.is_some() || entry.theirs.is_some();
        let style = if asks { look.theme.attention } else { look.theme.quiet };
        let below = self.field_height(entry, area.width);
        for (line, says) in (below..place.height).zip(self.said(at, area.width)) {
            put(buf, row(place, line), &says, style);
        }
        let words = words.into_iter().zip(0..).map(|(place, word)| (place, Hit::Word(at, word)));
        let hits = iter::once((area, Hit::Field(at))).chain(words).collect();
        Drawn { cursor, hits, began: None }
    }

    /// Draws what was typed in a field that is not open now, as one line; what is wrong with it is marked.
    pub(super) fn draw_typed(&self, at: usize, area: Rect, buf: &mut Buffer) {
        let (look, entry) = (&self.state.look, &self.form.entries[at]);
        let label = fit::pad(entry.label, usize::from(LABELS - 3), Stand::Left, look.glyphs.ellipsis);
        put(buf, after(area, 2), &label, look.theme.quiet);
        let masked = self.is_masked().then(|| entry.line().masked());
        let text = first_line(masked.as_ref().unwrap_or(entry.line()).text());
        let text = fit::shown(&text);
        let place = after(area, LABELS);
        let text = fit::shorten(&text, usize::from(place.width), look.glyphs.ellipsis);
        let is_wrong = entry.problem.is_some();
        let style = if is_wrong { look.theme.attention } else { look.theme.text };
        put(buf, area, if is_wrong { look.glyphs.attention } else { " " }, style);
        put(buf, place, &text, style);
    }

    /// Draws what can be typed or chosen; says where the cursor belongs and where each word of a choice stands.
    fn draw_input(
        &self,
        entry: &Entry,
        focus: Focus,
        area: Rect,
        buf: &mut Buffer,
    ) -> (Option<Position>, Vec<Rect>) {
        let look = &self.state.look;
        let width = match entry.input {
            Input::Choice(words) => {
                let chosen = words.iter().position(|word| *word == entry.text());
                let choice = Choice { chosen, ..Choice::default() };
                let drawn = choice.draw(look, focus, words, area, buf);
                return (drawn.cursor, drawn.places);
            }
            Input::Number(_) | Input::Count | Input::Minutes | Input::Confidence | Input::Score => NUMBER,
            Input::Day(_) => DAY,
            Input::Text | Input::Prose | Input::Names | Input::Elsewhere(_) => area.width,
        };
        let height = area.height.min(self.field_height(entry, area.width + self.labels.cells()));
        let field = Rect { width: area.width.min(width), height, ..area };
        let masked = self.is_masked().then(|| entry.line().masked());
        let cursor = masked.as_ref().unwrap_or(entry.line()).draw(look, focus, "", field, buf);
        let rest = row(after(area, width + 1), 0);
        let echo = self.echo(entry, usize::from(rest.width));
        put(buf, rest, &fit::shorten(&echo, usize::from(rest.width), look.glyphs.ellipsis), look.theme.quiet);
        (cursor, Vec::new())
    }

    /// What a typed number or day is taken for: the value with its unit, the day with its year where there is room or it is
    /// another, and before that with its weekday.
    fn echo(&self, entry: &Entry, width: usize) -> String {
        let (typed, today) = (entry.text().trim(), self.state.today);
        match entry.input {
            Input::Day(looks) => looks.read(typed, self.state.typing_day()).map_or_else(
                |_| String::new(),
                |day| {
                    let without_year = format!("{} {}", day.weekday(), day.short(today));
                    let all = [day.long(), without_year, day.short(today)];
                    let fits = |says: &&String| fit::width(says) <= width;
                    all.iter().find(fits).unwrap_or(&all[2]).clone()
                },
            ),
            Input::Number(of) => {
                let unit = self.form.unit(of);
                read_in_unit(typed, unit).map_or_else(|_| unit.to_owned(), |value| with_unit(value, unit))
            }
            Input::Minutes => {
                minutes(typed).map_or_else(String::new, |minutes| PersonMinutes(minutes).to_string())
            }
            Input::Confidence => {
                let percent = typed.parse::<Confidence>().ok().filter(|_| !self.is_masked());
                percent.map_or_else(|| "%".to_owned(), |percent| format!("{percent} %"))
            }
            Input::Score => {
                let score = typed.parse::<Score>().map(|score| score.to_string());
                score.ok().filter(|score| score != typed).unwrap_or_default()
            }
            Input::Text
            | Input::Prose
            | Input::Names
            | Input::Count
            | Input::Choice(_)
            | Input::Elsewhere(_) => String::new(),
        }
    }
}

/// Whether what is typed is one person's and the whole room looks at the screen.
pub(super) fn is_masked(state: &State, form: &Form) -> bool {
    matches!(&form.subject, Subject::Room(ask) if ask.is_secret()) && room::is_large(state)
}
