use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::*;
use crate::settings::colours::{Depth, ThemeName};
use crate::settings::keys::typed;
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::tui::widgets::trial;

fn after_keys(text: &str, keys: &str) -> TextInput {
    let mut field = TextInput::new(text);
    for chord in typed(keys).unwrap() {
        field.press(chord);
    }
    field
}

#[test]
fn keys_edit_as_in_a_shell() {
    for (text, keys, left) in [
        ("", "0.7", "0.7"),
        ("one two", "<ctrl-w>", "one "),
        ("one two ", "<ctrl-w>x", "one x"),
        ("one two", "<ctrl-a>x", "xone two"),
        ("one two", "<home><delete>", "ne two"),
        ("one two", "<ctrl-left><ctrl-k>", "one "),
        ("one two", "<ctrl-left><ctrl-u>", "two"),
        ("one two", "<home><ctrl-right>x", "onex two"),
        ("one two", "<left><left>x<end>y", "one txwoy"),
        ("one two", "<ctrl-a><ctrl-e>x", "one twox"),
        ("one", "<ctrl-h>", "on"),
        ("one", "<alt-b><alt-d>", ""),
    ] {
        assert_eq!(after_keys(text, keys).text(), left, "{text:?} {keys}");
    }
}

#[test]
fn one_backspace_removes_what_a_person_calls_a_letter() {
    for letter in ["é", "e\u{301}", "🇩🇪", "👨\u{200d}👩\u{200d}👧", "目"] {
        let text = format!("a{letter}");
        assert_eq!(after_keys(&text, "<backspace>").text(), "a");
        assert_eq!(after_keys(&text, "<left><backspace>").text(), letter);
        assert_eq!(TextInput::new(&text).len(), 2);
    }
}

#[test]
fn typing_replaces_what_was_there_on_focus() {
    let mut field = TextInput::new("2.3 %");
    field.focus();
    field.press(Chord::letter('1'));
    assert_eq!(field.text(), "1");
    field.undo();
    assert_eq!(field.text(), "2.3 %");
    field.focus();
    field.press("backspace".parse().unwrap());
    assert_eq!(field.text(), "");
    field.undo();
    field.focus();
    assert_eq!(field.press("left".parse().unwrap()), Typed::Moved);
    field.press(Chord::letter('~'));
    assert_eq!(field.text(), "~2.3 %");
}

#[test]
fn a_word_is_undone_as_one() {
    let field = after_keys("", "retry storm<ctrl-z>");
    assert_eq!(field.text(), "retry ");
    assert_eq!(after_keys("", "retry storm<ctrl-z><ctrl-y>").text(), "retry storm");
    assert_eq!(after_keys("", "retry storm<ctrl-z>x<ctrl-y>").text(), "retry x");
    assert_eq!(after_keys("", "retry<backspace><backspace>m<ctrl-z><ctrl-z>").text(), "retry");
}

#[test]
fn a_paste_is_one_line_and_one_step() {
    let mut field = TextInput::new("a");
    field.paste("b\r\nc\td\u{1b}[31m\u{7}\n");
    assert_eq!(field.text(), "ab c d[31m");
    field.undo();
    assert_eq!(field.text(), "a");
    assert_eq!(field.paste("\n"), Typed::Unused);
}

fn lines_after_keys(text: &str, keys: &str) -> TextInput {
    let mut field = TextInput::of_lines(text);
    for chord in typed(keys).unwrap() {
        match chord.to_string().as_str() {
            "Enter" => field.break_line(),
            "Up" | "Down" => field.go_row(chord, 14),
            _ => field.press(chord),
        };
    }
    field
}

#[test]
fn several_lines_are_edited_line_by_line_and_gone_through_row_by_row() {
    for (text, keys, left) in [
        ("", "one<enter>two", "one\ntwo"),
        ("one\ntwo", "<home>x<end>y", "one\nxtwoy"),
        ("one\ntwo", "<ctrl-u>", "one\n"),
        ("one\ntwo", "<home><backspace>", "onetwo"),
        ("one\ntwo", "<up><ctrl-k>x", "onex\ntwo"),
        ("one\ntwo", "<up><home><down>x", "one\nxtwo"),
        ("one\n\nthree", "<up>x<up>y", "oyne\nx\nthree"),
        ("we weighed a second region", "<up>x", "we weighed a secoxnd region"),
        ("we weighed a second region", "<up><up><down>x", "we weighed a secoxnd region"),
        ("one\ntwo", "<ctrl-z>", "one\ntwo"),
        ("", "one<enter>two<ctrl-z>", "one\n"),
    ] {
        assert_eq!(lines_after_keys(text, keys).text(), left, "{text:?} {keys}");
    }
    let mut field = TextInput::of_lines("one\ntwo");
    let [up, down] = ["up", "down"].map(|key| key.parse().unwrap());
    assert_eq!(field.go_row(down, 14), Typed::Unused, "there is no row below");
    assert_eq!((field.go_row(up, 14), field.go_row(up, 14)), (Typed::Moved, Typed::Unused));
    assert_eq!(TextInput::new("one").break_line(), Typed::Unused, "one line stays one");
}

#[test]
fn several_lines_are_not_wiped_out_by_the_first_letter_and_a_paste_keeps_its_breaks() {
    let mut field = TextInput::of_lines("one\n");
    field.focus();
    field.paste("- two\r\n\r\n- th\tree\u{7}\n");
    assert_eq!(field.text(), "one\n- two\n\n- th ree");
    field.undo();
    assert_eq!(field.text(), "one\n");
}

#[test]
fn rows_show_where_the_cursor_is_and_that_there_is_more() {
    let look = Look::default();
    let draw = |field: &TextInput, height: u16, cursor: (u16, u16)| {
        trial::drawn(14, height, |area, buf| {
            let found = field.draw(&look, Focus::Here, "", area, buf);
            assert_eq!(found, Some(Position::from(cursor)));
        })
    };
    let field = lines_after_keys("why: the old provider goes\n\nand more", "");
    assert_eq!(field.height(14), 6);
    assert_eq!(draw(&field, 3, (10, 2)), ["[ goes       ↑", "[            ]", "[ and more   ]"]);
    let field = lines_after_keys("why: the old provider goes\n\nand more", "<up><up><up><up>");
    assert_eq!(draw(&field, 3, (2, 1)), ["[ why: the   ]", "[ old        ]", "[ provider   ↓"]);
    let rows = trial::drawn(14, 1, |area, buf| {
        assert_eq!(field.draw(&look, Focus::Elsewhere, "", area, buf), None);
    });
    assert_eq!(rows, ["[ why: the   ↓"]);
}

#[test]
fn keys_of_others_are_left_to_them() {
    for key in ["enter", "tab", "esc", "up", "ctrl-s", "ctrl-d", "f1", "alt-x"] {
        assert_eq!(TextInput::new("a").press(key.parse().unwrap()), Typed::Unused, "{key}");
    }
    assert_eq!(after_keys("ab", "").press("right".parse().unwrap()), Typed::Unused);
}

#[test]
fn the_field_shows_the_text_around_the_cursor() {
    let look = Look::default();
    let field = after_keys("sign-in failures", "");
    let rows = trial::drawn(13, 1, |area, buf| {
        let cursor = field.draw(&look, Focus::Here, "", area, buf);
        assert_eq!(cursor, Some(Position::new(11, 0)));
    });
    assert_eq!(rows, ["[ ‹failures ]"]);
    let rows = trial::drawn(13, 1, |area, buf| {
        assert_eq!(field.draw(&look, Focus::Elsewhere, "", area, buf), None);
    });
    assert_eq!(rows, ["[ sign-in f›]"]);
    let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
    let rows = trial::drawn(13, 1, |area, buf| {
        after_keys("sign-in failures", "<home>").draw(&ascii, Focus::Here, "", area, buf);
    });
    assert_eq!(rows, ["[ sign-in f>]"]);
    let rows = trial::drawn(13, 1, |area, buf| {
        TextInput::default().draw(&look, Focus::Here, "why?", area, buf);
    });
    assert_eq!(rows, ["[ why?      ]"]);
}

#[test]
fn a_field_fits_any_area() {
    let look = Look::default();
    for text in ["", "目標 e\u{301} 👨\u{200d}👩 long enough to scroll", "\u{301}\u{202e}", "a\n\nb\nc\n"]
    {
        for mut field in [TextInput::new(text), TextInput::of_lines(text)] {
            field.focus();
            trial::sweep(|area, buf| {
                field.draw(&look, Focus::Here, "hint", area, buf);
            });
        }
    }
}

#[test]
fn what_is_selected_as_a_whole_is_read_from_its_beginning() {
    let look = Look::default();
    let mut field = TextInput::new("[raise/lower] [metric] for [where]");
    field.focus();
    let draw = |field: &TextInput| {
        trial::drawn(20, 1, |area, buf| {
            field.draw(&look, Focus::Here, "", area, buf);
        })
        .remove(0)
    };
    assert!(draw(&field).starts_with("[ [raise/lower] "), "{}", draw(&field));
    field.press("end".parse().unwrap());
    assert!(draw(&field).contains("[where]"), "{}", draw(&field));
}

fn any_key() -> impl Strategy<Value = Chord> {
    let named = [
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
        "backspace",
        "delete",
        "ctrl-left",
        "ctrl-right",
        "ctrl-w",
        "ctrl-k",
        "ctrl-u",
        "ctrl-z",
        "ctrl-y",
        "alt-d",
    ];
    prop_oneof![
        any::<char>().prop_map(Chord::letter),
        prop::sample::select(named.to_vec()).prop_map(|name| name.parse().unwrap()),
    ]
}

proptest! {
    #[test]
    fn typing_and_erasing_and_undoing_returns_the_original(
        text in any::<String>(), more in any::<String>(), steps in 0_usize..12, several in any::<bool>()
    ) {
        let original = if several { TextInput::of_lines(&text) } else { TextInput::new(&text) };
        let mut field = original.clone();
        for letter in more.chars().take(40) {
            if letter.is_ascii_punctuation() {
                field.break_line();
            }
            field.press(Chord::letter(letter));
        }
        for _ in 0..steps {
            field.press("backspace".parse().unwrap());
        }
        while field.undo() == Typed::Changed {}
        prop_assert_eq!(field.text(), original.text());
    }

    #[test]
    fn no_keys_break_a_field(
        text in any::<String>(), keys in prop::collection::vec(any_key(), 0..40), several in any::<bool>()
    ) {
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
        let mut field = if several { TextInput::of_lines(&text) } else { TextInput::new(&text) };
        for key in keys {
            if key.text().is_some_and(char::is_whitespace) {
                field.break_line();
            }
            if field.go_row(key, 12) == Typed::Unused {
                field.press(key);
            }
            prop_assert_eq!(settled(&field.text, field.cursor), field.cursor);
            let cursor = field.draw(&look, Focus::Here, "", buf.area, &mut buf);
            prop_assert!(cursor.is_some_and(|place| buf.area.contains(place)));
        }
    }
}
