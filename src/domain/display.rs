//! Makes foreign text safe to show.
//!
//! Every string that was read from a file may carry characters that move the cursor, colour the screen or turn
//! the reading direction. They stay in the file; whatever is shown goes through [`visible`] first.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;

/// Returns `text` with every character that acts instead of being seen replaced by a visible stand-in.
///
/// Line breaks, tabs and the other C0 controls become their one-cell pictures (`␊`, `␉`, `␛`); C1, bidi,
/// zero-width and separator characters become `<U+202E>`. Text of several lines is split into lines before.
/// Combining marks, the variation selectors of emoji and what joins several to one picture stay as they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for grapheme in text.graphemes(true) {
        if is_joined(grapheme) {
            shown.push_str(grapheme);
        } else {
            grapheme.chars().for_each(|character| push_visible(&mut shown, character));
        }
    }
    Cow::Owned(shown)
}

/// Joins several pictures to one.
pub const JOINER: char = '\u{200d}';

/// Whether a grapheme is one picture that is put together of several: by joiners, or a flag by the tags of its region.
fn is_joined(grapheme: &str) -> bool {
    let is_whole = |part: &str| part.starts_with(is_picture) && part.chars().skip(1).all(is_shade);
    let by_tags = grapheme.strip_prefix('\u{1f3f4}').and_then(|tags| tags.strip_suffix('\u{e007f}'));
    match by_tags {
        Some(tags) => (3..=6).contains(&tags.chars().count()) && tags.chars().all(is_region),
        None => grapheme.contains(JOINER) && grapheme.split(JOINER).all(is_whole),
    }
}

/// Whether a character is of those that are pictures.
pub fn is_picture(character: char) -> bool {
    matches!(u32::from(character), 0x2190..=0x2bff | 0x3030 | 0x303d | 0x3297 | 0x3299 | 0x1_f000..=0x1_faff)
}

/// Whether a character says how the picture before it looks: as an emoji, in a colour of skin.
pub fn is_shade(character: char) -> bool {
    matches!(u32::from(character), 0xfe0f | 0x1_f3fb..=0x1_f3ff)
}

/// Whether a character is a tag of a letter or digit of a region.
fn is_region(character: char) -> bool {
    matches!(u32::from(character), 0xe_0030..=0xe_0039 | 0xe_0061..=0xe_007a)
}

/// Whether every byte of a text is a plain letter, one cell wide.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(is_plain_byte)
}

/// Whether a byte is a plain letter by itself.
pub const fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The ASCII sign that stands in the cell of a sign of typography of ours; where there is room for two, [`in_ascii`].
pub const fn ascii_sign(sign: char) -> Option<char> {
    match sign {
        '…' => Some('.'),
        '“' | '”' => Some('"'),
        '’' | '‘' => Some('\''),
        '–' | '—' | '·' => Some('-'),
        '→' => Some('>'),
        // What stands in for a control character.
        '\u{2400}'..='\u{2421}' => Some('?'),
        _ => None,
    }
}

/// A text of ours in ASCII signs; letters of people's names stay. An arrow takes two of them, as one alone reads as "greater
/// than".
pub fn in_ascii(text: &str) -> String {
    let mut signs = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '→' => signs.push_str("->"),
            _ => signs.push(ascii_sign(sign).unwrap_or(sign)),
        }
    }
    signs
}

/// One line of a typed text: line breaks and runs of blanks become one blank, control characters go.
pub fn one_line(typed: &str) -> String {
    let plain: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A typed text of one or several lines: how it is broken into lines stays, as files have it; blank ends and control characters
/// go.
#[must_use]
pub fn paragraphs(typed: &str) -> String {
    let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
    let lines = plain.split('\n').map(|line| line.replace(char::is_control, " ").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// What leads from one number to another where no glyphs are chosen; [`in_ascii`] writes it in two signs.
pub const ARROW: &str = "→";

/// The first characters of a text, with a sign where more follow.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The first line of a text, with a sign where more follow.
#[must_use]
pub fn first_line(text: &str) -> Cow<'_, str> {
    match text.trim().split_once('\n') {
        None => Cow::Borrowed(text),
        Some((first, _)) => Cow::Owned(format!("{} …", first.trim_end())),
    }
}

/// Words as a sentence names them: at most 60 characters.
pub fn shortened(words: &str) -> Cow<'_, str> {
    cut(words, 60)
}

/// What was typed, as an error repeats it: at most 40 characters, none of which acts.
pub fn repeated(typed: &str) -> String {
    visible(&cut(typed, 40)).into_owned()
}

/// A title as a sentence quotes it: at most 48 characters.
pub fn quoted(title: &str) -> String {
    format!("“{}”", cut(title, 48).trim())
}

/// A name as a heading begins it, with a capital.
pub fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn push_visible(shown: &mut String, character: char) {
    let code = u32::from(character);
    let picture = match code {
        0..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('␡'),
        _ => None,
    };
    match picture {
        Some(picture) => shown.push(picture),
        None if acts(character) => {
            // Writing to a string cannot go wrong.
            let _ = write!(shown, "<U+{code:04X}>");
        }
        None => shown.push(character),
    }
}

/// Tells whether a character acts on the terminal or the reader instead of being seen.
fn acts(character: char) -> bool {
    matches!(u32::from(character),
        0..=0x1f | 0x7f..=0x9f            // C0, DEL, C1
        | 0xad | 0x34f                    // soft hyphen, grapheme joiner
        | 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069 // bidi
        | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x3164 | 0xffa0         // fillers
        | 0x180b..=0x180f | 0x200b..=0x200d | 0x2060..=0x2065 | 0x206a..=0x206f | 0xfeff // zero width
        | 0x2028 | 0x2029                 // line and paragraph separator
        | 0xfff0..=0xfffb                 // interlinear annotation
        | 0x1_d173..=0x1_d17a             // musical format controls
        | 0xe_0000..=0xe_0fff             // tags, further variation selectors
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_shown_as_it_is() {
        for text in ["", "Sign-in failures < 14 %", "Müller, 東京, é, e\u{301}", "\u{26a0}\u{fe0f} 🎯"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!((cut("über", 4), cut("über", 3)), (Cow::Borrowed("über"), Cow::Borrowed("übe…")));
        let typed = "Improve the onboarding of\tnew customers by far";
        assert_eq!(repeated(typed), "Improve the onboarding of␉new customers …");
    }

    #[test]
    fn where_there_is_one_line_the_first_says_that_more_follow() {
        assert_eq!(
            (first_line("one"), first_line("one \n\ntwo")),
            (Cow::Borrowed("one"), Cow::Borrowed("one …"))
        );
    }

    #[test]
    fn the_lines_of_a_text_stay_and_what_acts_in_them_goes() {
        for (typed, kept) in
            [(" one \r\n\r\n  - two\t\n", "one\n\n  - two"), ("a\u{1b}[31m\rb", "a [31m\nb"), ("\n \n", "")]
        {
            assert_eq!(paragraphs(typed), kept);
            assert_eq!(paragraphs(kept), kept);
        }
    }

    #[test]
    fn what_is_joined_to_one_picture_is_shown_as_it_is() {
        let flag = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        for text in [flag, "👨\u{200d}👩\u{200d}👧", "❤\u{fe0f}\u{200d}🔥", "🧑🏽\u{200d}💻"]
        {
            assert_eq!(visible(text), text);
            assert_eq!(visible(&format!("{text}\u{200b}{text}")), format!("{text}<U+200B>{text}"));
        }
    }

    #[test]
    fn what_acts_is_shown_by_a_stand_in() {
        let cases = [
            ("\u{1b}[31mred", "␛[31mred"),
            ("a\r\nb\tc", "a␍␊b␉c"),
            ("\u{7f}", "␡"),
            ("\u{9b}2J", "<U+009B>2J"),
            ("abc\u{202e}cba", "abc<U+202E>cba"),
            ("zero\u{200b}width\u{feff}", "zero<U+200B>width<U+FEFF>"),
            ("\u{e0041}", "<U+E0041>"),
            ("a\u{200d}b 👨\u{200d}", "a<U+200D>b 👨<U+200D>"),
            ("\u{1f3f4}\u{e0041}\u{e0042}\u{e0043}\u{e007f}", "🏴<U+E0041><U+E0042><U+E0043><U+E007F>"),
        ];
        for (text, shown) in cases {
            assert_eq!(visible(text), shown);
        }
    }

    proptest! {
        #[test]
        fn nothing_that_acts_is_left(text in any::<String>()) {
            let shown = visible(&text);
            let is_raw = |character| acts(character) || char::is_control(character);
            prop_assert!(shown.graphemes(true).all(|one| is_joined(one) || !one.contains(is_raw)));
            prop_assert_eq!(visible(&shown), shown.clone());
        }
    }
}
