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
    for text in ["", "目標 e\u{301} 👨\u{200d}👩 long enough to scroll", "\u{301}\u{202e}"] {
        let mut field = TextInput::new(text);
        field.focus();
        trial::sweep(|area, buf| {
            field.draw(&look, Focus::Here, "hint", area, buf);
        });
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
        text in any::<String>(), more in any::<String>(), steps in 0_usize..12
    ) {
        let original = TextInput::new(&text);
        let mut field = original.clone();
        for letter in more.chars().take(40) {
            field.press(Chord::letter(letter));
        }
        for _ in 0..steps {
            field.press("backspace".parse().unwrap());
        }
        while field.undo() == Typed::Changed {}
        prop_assert_eq!(field.text(), original.text());
    }

    #[test]
    fn no_keys_break_a_field(text in any::<String>(), keys in prop::collection::vec(any_key(), 0..40)) {
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        let mut field = TextInput::new(&text);
        for key in keys {
            field.press(key);
            prop_assert_eq!(settled(&field.text, field.cursor), field.cursor);
            let cursor = field.draw(&look, Focus::Here, "", buf.area, &mut buf);
            prop_assert!(cursor.is_some_and(|place| buf.area.contains(place)));
        }
    }
}
