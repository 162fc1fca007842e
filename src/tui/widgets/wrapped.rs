//! A styled line that needs more room than there is, as several lines.

use ratatui::text::{Line, Span};

use crate::tui::fit;

/// The cells that must be left for words beside what they are moved in by.
const SHORTEST: usize = 10;

/// Returns a line wrapped at spaces into lines of this many cells, those after the first moved in by some of them.
///
/// What stands in the first line where the others are moved in, a sign or a label, is never parted from what follows.
/// Text of somebody else is made safe before it is measured. Where moving in would leave little room, it is left out. A break
/// in the text begins a line that is moved in as well.
pub fn wrapped(line: &Line<'_>, cells: usize, hang: usize) -> Vec<Line<'static>> {
    let hang = if hang + SHORTEST > cells { 0 } else { hang };
    if !line.spans.iter().any(|span| span.content.contains('\n')) {
        return wrapped_one(line, cells, hang);
    }
    let mut lines = vec![Line::default().style(line.style)];
    for span in &line.spans {
        for (at, part) in span.content.split('\n').enumerate() {
            if at > 0 {
                lines.push(Line::from(" ".repeat(hang)).style(line.style));
            }
            let span = Span::styled(part.trim_end_matches('\r'), span.style);
            if let Some(line) = lines.last_mut() {
                line.push_span(span);
            }
        }
    }
    while lines.len() > 1 && lines.last().is_some_and(|line| line.to_string().trim().is_empty()) {
        lines.pop();
    }
    lines.iter().flat_map(|line| wrapped_one(line, cells, hang)).collect()
}

/// The same of a line without a break.
fn wrapped_one(line: &Line<'_>, cells: usize, hang: usize) -> Vec<Line<'static>> {
    let spans: Vec<Span<'static>> = line.spans.iter().map(|span| shown(line, span)).collect();
    let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
    let text = text.trim_end();
    let head = fit::clip(text, hang).len();
    let places = fit::breaks(&text[head..], cells - hang);
    let cut = places.into_iter().enumerate().map(|(at, place)| {
        let from = if at == 0 { 0 } else { place.start + head };
        let moved_in = (at > 0 && hang > 0).then(|| Span::raw(" ".repeat(hang)));
        let rest = spans_between(&spans, (from, place.end + head));
        Line::from(moved_in.into_iter().chain(rest).collect::<Vec<_>>())
    });
    cut.collect()
}

fn shown(line: &Line<'_>, span: &Span<'_>) -> Span<'static> {
    Span::styled(fit::shown(&span.content).into_owned(), line.style.patch(span.style))
}

/// The parts of spans that lie between two places of their joined text.
fn spans_between(spans: &[Span<'static>], (from, to): (usize, usize)) -> Vec<Span<'static>> {
    let mut begin = 0;
    let mut parts = Vec::new();
    for span in spans {
        let end = begin + span.content.len();
        let (first, last) = (from.max(begin), to.min(end));
        if first < last {
            let part = span.content[first - begin..last - begin].replace(fit::TIE, " ");
            parts.push(Span::styled(part, span.style));
        }
        begin = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Style, Stylize};

    use super::*;

    fn rows(line: &Line, cells: usize, hang: usize) -> Vec<String> {
        wrapped(line, cells, hang).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_after_a_sign_stay_beside_it() {
        let line = Line::from(vec!["! ".into(), "late".bold(), ": the baseline is open".into()]);
        assert_eq!(rows(&line, 40, 2), ["! late: the baseline is open"]);
        assert_eq!(rows(&line, 14, 2), ["! late: the", "  baseline is", "  open"]);
        assert_eq!(
            rows(&Line::raw("! teams/payments/2027-q1"), 16, 2),
            ["! teams/", "  payments/", "  2027-q1"]
        );
        assert_eq!(rows(&line, 9, 2), ["! late:", "the", "baseline", "is open"]);
        assert_eq!(rows(&Line::default(), 9, 2), [""]);
    }

    #[test]
    fn a_break_in_a_text_begins_a_line_that_is_moved_in_as_well() {
        let line = Line::from(vec!["why  ".into(), "they moved\r\n\r\nand we wait for them\n".bold()]);
        assert_eq!(rows(&line, 20, 5), ["why  they moved", "", "     and we wait for", "     them"]);
    }

    #[test]
    fn tied_words_stay_on_one_line() {
        let line = Line::raw(format!("moved {} of the way", fit::tied("28 %")));
        assert_eq!(rows(&line, 9, 0), ["moved", "28 % of", "the way"]);
    }

    #[test]
    fn a_style_goes_on_over_a_break_and_text_is_made_safe() {
        let line = Line::styled("one \u{1b}[2J two", Style::new().bold());
        let lines = wrapped(&line, 7, 0);
        assert_eq!(rows(&line, 7, 0), ["one", "␛[2J", "two"]);
        assert!(lines.iter().flat_map(|line| &line.spans).all(|span| span.style == Style::new().bold()));
    }

    proptest! {
        #[test]
        fn wrapping_loses_no_letter(words in "[a-zé目 ]{0,60}", at in 0_usize..60, cells in 2_usize..24, hang in 0_usize..9) {
            let at = words.char_indices().nth(at).map_or(words.len(), |(place, _)| place);
            let line = Line::from(vec![words[..at].to_owned().into(), words[at..].to_owned().bold()]);
            let rows = rows(&line, cells, hang);
            prop_assert!(rows.iter().all(|row| fit::width(row) <= cells));
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            prop_assert_eq!(letters(&rows.concat()), letters(&words));
        }
    }
}
