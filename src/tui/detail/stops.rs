//! What stands in the way of a decision, in words.

use ratatui::text::{Line, Span};

use super::Lines;
use crate::domain::change::{Force, Stop};
use crate::tui::fit;
use crate::tui::look::Look;
use crate::tui::widgets::wrapped::wrapped;
use crate::words::detail as words;

impl Lines<'_> {
    /// The stops, hard ones first, each with what to do; what stands in the way of several things is said once.
    #[must_use]
    pub fn stops(self, stops: &[Stop]) -> Self {
        if stops.is_empty() {
            return self.text(words::NOTHING_STANDS_IN_THE_WAY);
        }
        let mut sorted: Vec<&Stop> = stops.iter().collect();
        sorted.sort_by_key(|stop| stop.force == Force::AsksReason);
        let (look, width) = (self.look, self.width);
        let said = joined(&sorted).into_iter().flat_map(|(stop, about)| said(look, stop, &about, width));
        self.lines(said)
    }
}

/// One stop: its sign, what it is about, what is so, and below it what to do.
fn said(look: &Look, stop: &Stop, about: &[&str], width: usize) -> Vec<Line<'static>> {
    let (theme, glyphs) = (&look.theme, look.glyphs);
    let (sign, style) = match stop.force {
        Force::Hard => (glyphs.cross, theme.attention),
        Force::AsksReason => ("?", theme.accent),
    };
    let hang = fit::width(sign) + 1;
    let says = Line::from(vec![
        Span::styled(format!("{sign} "), style),
        Span::styled(format!("{}: {}", about.join(", "), stop.says), theme.text),
        Span::styled(format!("  {}", fit::tied(stop.rule.id())), theme.quiet),
    ]);
    let hint = Line::styled(format!("{}{}", " ".repeat(hang), stop.hint), theme.quiet);
    wrapped(&says, width, hang).into_iter().chain(wrapped(&hint, width, hang)).collect()
}

/// Each stop with all it is about, in the order of the first.
fn joined<'a>(stops: &[&'a Stop]) -> Vec<(&'a Stop, Vec<&'a str>)> {
    let mut all: Vec<(&Stop, Vec<&str>)> = Vec::new();
    for stop in stops {
        let same = |(other, _): &&mut (&Stop, Vec<&str>)| other.rule == stop.rule && other.says == stop.says;
        match all.iter_mut().find(same) {
            Some((_, about)) => about.push(&stop.about),
            None => all.push((stop, vec![&stop.about])),
        }
    }
    all
}
