//! A level of confidence: three cells and a word, `▰▰▱ Even 55%`. It has no hue: near 50 is a healthy stretch.

use ratatui::text::{Line, Span};

use crate::tui::look::Look;

/// The cells of a meter.
const STEPS: usize = 3;

/// Is a level and its words; where one level ends and the next begins is not decided here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meter<'a> {
    /// The filled cells, 0 to 3.
    pub level: usize,
    /// The word and the number.
    pub words: &'a str,
}

impl<'a> Meter<'a> {
    /// Returns the meter with its words.
    pub fn line(&self, look: &Look) -> Line<'a> {
        let glyphs = look.glyphs;
        if look.is_in_words {
            return Line::from(Span::styled(self.words, look.theme.text));
        }
        let full = self.level.min(STEPS);
        let rest = glyphs.bar_rest.repeat(STEPS - full);
        let bar = format!("{}{}{rest}{} ", glyphs.bar_open, glyphs.bar_full.repeat(full), glyphs.bar_close);
        Line::from(vec![Span::styled(bar, look.theme.text), Span::styled(self.words, look.theme.text)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;

    #[test]
    fn a_level_is_said_by_cells_and_words() {
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        for (level, words, unicode, plain) in [
            (3, "Likely 80", "▰▰▰ Likely 80", "[###] Likely 80"),
            (2, "Even 55", "▰▰▱ Even 55", "[##.] Even 55"),
            (0, "No check-in", "▱▱▱ No check-in", "[...] No check-in"),
            (9, "Likely", "▰▰▰ Likely", "[###] Likely"),
        ] {
            let meter = Meter { level, words };
            assert_eq!(meter.line(&Look::default()).to_string(), unicode);
            assert_eq!(meter.line(&ascii).to_string(), plain);
        }
    }
}
