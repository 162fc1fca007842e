//! Keys as text: `"jj<enter>0.7<tab><c-s>"` becomes what a terminal sends.

/// Keys with a name and what the terminal sends for them. An Esc goes out in the long form, `CSI 27 u`: the
/// single byte, with more keys behind it, reads as Alt and the next key (the race every terminal has). The
/// single byte is `<lone-esc>`, and must be the last of its string.
const NAMED: &[(&str, &str)] = &[
    ("enter", "\r"),
    ("tab", "\t"),
    ("s-tab", "\x1b[Z"),
    ("esc", "\x1b[27u"),
    (LONE_ESC, "\x1b"),
    ("space", " "),
    ("lt", "<"),
    ("bs", "\x7f"),
    ("del", "\x1b[3~"),
    ("up", "\x1b[A"),
    ("down", "\x1b[B"),
    ("right", "\x1b[C"),
    ("left", "\x1b[D"),
    ("home", "\x1b[H"),
    ("end", "\x1b[F"),
    ("pgup", "\x1b[5~"),
    ("pgdn", "\x1b[6~"),
    ("f1", "\x1bOP"),
    ("f2", "\x1bOQ"),
    ("f3", "\x1bOR"),
    ("f5", "\x1b[15~"),
];

const LONE_ESC: &str = "lone-esc";

/// Translates keys; `<c-x>` is Ctrl and a letter, anything outside `<…>` is typed as it stands.
/// Panics on a name it does not know and on keys behind `<lone-esc>`.
#[track_caller]
pub fn bytes(keys: &str) -> Vec<u8> {
    let mut sent = Vec::new();
    let mut rest = keys;
    while let Some((typed, named)) = rest.split_once('<') {
        sent.extend(typed.bytes());
        let Some((name, after)) = named.split_once('>') else {
            panic!("`<` without `>` in {keys}; `<lt>` types it")
        };
        assert!(name != LONE_ESC || after.is_empty(), "keys behind <{LONE_ESC}> read as Alt: {keys}");
        sent.extend(named_key(name));
        rest = after;
    }
    sent.extend(rest.bytes());
    sent
}

#[track_caller]
fn named_key(name: &str) -> Vec<u8> {
    if let Some((_, sent)) = NAMED.iter().find(|(known, _)| *known == name) {
        return sent.bytes().collect();
    }
    match name.strip_prefix("c-").map(str::as_bytes) {
        Some([letter]) if letter.is_ascii_lowercase() => vec![letter - b'a' + 1],
        _ => panic!("no key has the name <{name}>"),
    }
}

#[test]
fn keys_become_what_a_terminal_sends() {
    let cases: [(&str, &[u8]); 7] = [
        ("jj<enter>0.7<tab><c-s>", b"jj\r0.7\t\x13"),
        ("<esc>q", b"\x1b[27uq"),
        ("q<lone-esc>", b"q\x1b"),
        ("a<lt>b", b"a<b"),
        ("<c-c><up><s-tab>", b"\x03\x1b[A\x1b[Z"),
        ("a > b", b"a > b"),
        ("é", "é".as_bytes()),
    ];
    for (keys, sent) in cases {
        assert_eq!(bytes(keys), sent, "{keys}");
    }
}

#[test]
#[should_panic(expected = "no key has the name <retrun>")]
fn an_unknown_key_stops_the_test() {
    let _ = bytes("<retrun>");
}

#[test]
#[should_panic(expected = "read as Alt")]
fn nothing_may_follow_a_lone_escape() {
    let _ = bytes("<lone-esc>q");
}
