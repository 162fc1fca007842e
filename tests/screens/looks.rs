//! The looks: every screen with the style of each cell, a letter a cell. A letter stands for a style in all five themes,
//! in 16 colours, in any colour and in none (`looks/legend.snap`), so that a bold or a reverse that is lost in one of them
//! shows as another letter. Below stands the same screen in ASCII. Each was looked at before it was kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use quarterdeck::method::step::SessionKind;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::colours::{Depth, ThemeName, contrast};
use quarterdeck::tui::glyphs::Glyphs;
use quarterdeck::tui::look::Look;
use quarterdeck::tui::state::Keeps;
use quarterdeck::tui::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

use super::print::{rows, text};
use super::scene::{Player, Scene};
use super::sessions::{begun, every_step, scene_of};

/// Where the looks are kept, seen from this file.
const FOLDER: &str = "looks";

/// Every way a screen can be coloured.
const WAYS: [(ThemeName, Depth); 9] = [
    (ThemeName::Terminal, Depth::Ansi),
    (ThemeName::Dark, Depth::Rgb),
    (ThemeName::Dark, Depth::Ansi),
    (ThemeName::Light, Depth::Rgb),
    (ThemeName::Light, Depth::Ansi),
    (ThemeName::HighContrast, Depth::Rgb),
    (ThemeName::HighContrast, Depth::Ansi),
    (ThemeName::Mono, Depth::Rgb),
    (ThemeName::Terminal, Depth::None),
];

/// Finds the style of a role.
type Role = fn(&Theme) -> Style;

/// The letter of each role; roles that look the same everywhere share one.
const LETTERS: [(char, Role); 16] = [
    (' ', |theme| theme.text),
    ('q', |theme| theme.quiet),
    ('H', |theme| theme.heading),
    ('a', |theme| theme.accent),
    ('K', |theme| theme.key),
    ('-', |theme| theme.border),
    ('S', |theme| theme.selected),
    ('B', |theme| theme.badge),
    ('_', |theme| theme.field_focused),
    ('W', |theme| theme.field_focused.add_modifier(Modifier::REVERSED)),
    ('Q', |theme| theme.field_focused.patch(theme.quiet)),
    ('!', |theme| theme.attention),
    ('X', |theme| theme.danger),
    ('d', |theme| theme.done),
    ('s', |theme| theme.score),
    ('~', |theme| theme.attention.patch(theme.selected)),
];

/// How a cell looks in every way.
type Worn = Vec<(Color, Color, Modifier)>;

fn worn(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

/// The letter of each style on a screen, the first of two that are the same.
fn letters(player: &Player) -> Vec<(char, Worn)> {
    let mut known: Vec<(char, Worn)> = Vec::new();
    for (letter, role) in LETTERS {
        let style = |(name, depth): (ThemeName, Depth)| {
            let theme = Theme::load(named(player, name), depth);
            let mut cell = Cell::EMPTY;
            cell.set_style(theme.base).set_style(role(&theme));
            worn(&cell)
        };
        let worn: Worn = WAYS.into_iter().map(style).collect();
        if !known.iter().any(|(_, other)| *other == worn) {
            known.push((letter, worn));
        }
    }
    known
}

/// The theme a screen is shown in: what is shown large has its own.
fn named(player: &Player, name: ThemeName) -> ThemeName {
    let is_large = player.state.room.as_ref().is_some_and(|room| room.presents.is_some());
    if is_large { ThemeName::HighContrast } else { name }
}

/// The same moment through a terminal of another kind.
fn through(player: &Player, (name, depth): (ThemeName, Depth), glyphs: &'static Glyphs) -> Buffer {
    let mut player = player.clone();
    player.state.look = Look::new(named(&player, name), depth, glyphs);
    player.draw().0
}

/// One screen in every way.
struct Shown(Vec<Buffer>);

impl Shown {
    fn of(player: &Player) -> Self {
        Self(WAYS.into_iter().map(|way| through(player, way, &Glyphs::UNICODE)).collect())
    }

    fn worn(&self, place: (u16, u16)) -> Worn {
        self.0.iter().map(|buffer| worn(&buffer[place])).collect()
    }

    /// The screen, each row that has a style followed by one that says which.
    fn printed(&self, letters: &[(char, Worn)]) -> String {
        let area = self.0[0].area;
        let mut lines = Vec::new();
        for (y, row) in (0..area.height).zip(rows(&self.0[0])) {
            let style = |x: u16| {
                let worn = self.worn((x, y));
                let known = letters.iter().find(|(_, known)| *known == worn);
                known.map_or('?', |(letter, _)| *letter)
            };
            let styles: String = (0..area.width).map(style).collect();
            lines.push(row);
            if !styles.trim().is_empty() {
                lines.push(styles.trim_end().to_owned());
            }
        }
        lines.join("\n")
    }
}

/// Every screen, by name.
fn all() -> Vec<(String, Player)> {
    let mut all: Vec<(String, Player)> = DESK
        .iter()
        .map(|(name, scene, screen, size, keys)| {
            ((*name).to_owned(), scene.begin().on(*screen).at(size.0, size.1).press(keys))
        })
        .collect();
    all.push(("tour".to_owned(), toured()));
    all.push(("danger".to_owned(), endangered()));
    every_step(|step, player| all.push((step.to_owned(), player.clone().at(80, 24))));
    for kind in SessionKind::ALL {
        let name = format!("large_{}", kind.title().to_lowercase().replace([' ', '-'], "_"));
        all.push((name, begun(*kind, scene_of(*kind)).at(80, 24).press("P")));
    }
    all
}

const USUAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

type Desk = (&'static str, Scene, ScreenName, (u16, u16), &'static str);

/// The screens at the desk, with what can lie over them.
const DESK: [Desk; 27] = [
    ("overview", Scene::CheckIns, ScreenName::Overview, USUAL, ""),
    ("setting", Scene::Setting, ScreenName::Setting, USUAL, ""),
    ("setting_committed", Scene::CheckIns, ScreenName::Setting, USUAL, ""),
    ("check_ins", Scene::CheckIns, ScreenName::CheckIns, USUAL, ""),
    ("check_ins_wide", Scene::CheckIns, ScreenName::CheckIns, WIDE, ""),
    ("check_ins_detail", Scene::CheckIns, ScreenName::CheckIns, USUAL, "<tab>"),
    ("scoring", Scene::Scoring, ScreenName::Scoring, USUAL, ""),
    ("retrospective", Scene::Retro, ScreenName::Retrospective, USUAL, ""),
    ("history", Scene::Retro, ScreenName::History, USUAL, ""),
    ("map", Scene::CheckIns, ScreenName::Map, USUAL, ""),
    ("empty", Scene::Begun, ScreenName::Setting, USUAL, ""),
    ("first_run", Scene::FirstRun, ScreenName::Overview, USUAL, ""),
    ("form_check_in", Scene::CheckIns, ScreenName::CheckIns, USUAL, "<enter>1.4<tab>60<tab>"),
    ("form_wrong", Scene::CheckIns, ScreenName::CheckIns, USUAL, "<enter>many<ctrl-s>"),
    ("form_choice", Scene::CheckIns, ScreenName::CheckIns, USUAL, "<enter><tab><tab><tab><tab>y"),
    ("workbench", Scene::Setting, ScreenName::Setting, WIDE, "/Roll<enter><enter>"),
    ("form_commit", Scene::Setting, ScreenName::Setting, USUAL, "c"),
    ("menu_new", Scene::CheckIns, ScreenName::Setting, USUAL, "jn"),
    ("menu_colours", Scene::CheckIns, ScreenName::CheckIns, USUAL, "gl"),
    ("menu_sessions", Scene::CheckIns, ScreenName::CheckIns, USUAL, "S"),
    ("help", Scene::CheckIns, ScreenName::CheckIns, USUAL, "?"),
    ("palette", Scene::CheckIns, ScreenName::CheckIns, USUAL, ":sign-in"),
    ("filter", Scene::CheckIns, ScreenName::CheckIns, USUAL, "/fail"),
    ("find", Scene::CheckIns, ScreenName::CheckIns, USUAL, "flate"),
    ("found", Scene::CheckIns, ScreenName::CheckIns, USUAL, "flesson<enter>n"),
    ("which_key", Scene::CheckIns, ScreenName::CheckIns, USUAL, "g"),
    ("stopped", Scene::CheckIns, ScreenName::CheckIns, USUAL, "U"),
];

/// The first card of the tour.
fn toured() -> Player {
    let mut player = Scene::CheckIns.begin().on(ScreenName::Overview).at(80, 24);
    player.state.keeps = Keeps::Sample;
    player.press("gi")
}

/// Data at risk.
fn endangered() -> Player {
    let mut player = Scene::CheckIns.begin().at(80, 24);
    let says = "The disk is full; what you typed is kept as a draft.";
    player.state.say(quarterdeck::tui::state::Tone::Danger, says);
    player
}

fn kept(check: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(FOLDER);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(check);
}

#[test]
fn every_screen_has_the_looks_it_was_looked_at_with() {
    let mut taken = BTreeSet::from(["legend".to_owned()]);
    kept(|| {
        for (name, player) in all() {
            let ascii = text(&through(&player, (ThemeName::Terminal, Depth::Ansi), &Glyphs::ASCII));
            insta::assert_snapshot!(
                name.clone(),
                format!("{}\n\n{ascii}", Shown::of(&player).printed(&letters(&player)))
            );
            assert!(taken.insert(name.clone()), "{name} is taken twice");
        }
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(FOLDER);
    let kept =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let kept: BTreeSet<String> =
        kept.filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned())).collect();
    assert_eq!(kept, taken);
}

#[test]
fn every_letter_says_how_it_looks_in_every_theme() {
    let mut legend = String::new();
    for (letter, worn) in letters(&Scene::CheckIns.begin()) {
        let _ = writeln!(legend, "{letter:?}");
        for ((name, depth), style) in WAYS.iter().zip(worn) {
            let way = format!("{} {depth:?}", name.as_str());
            let _ = writeln!(legend, "  {way:<19} {}", said(style));
        }
    }
    kept(|| insta::assert_snapshot!("legend", legend));
}

#[test]
fn every_style_on_any_screen_has_a_letter() {
    let mut without: BTreeMap<String, String> = BTreeMap::new();
    for (name, player) in all() {
        let letters = letters(&player);
        let shown = Shown::of(&player);
        for place in shown.0[0].area.positions().map(|place| (place.x, place.y)) {
            let worn = shown.worn(place);
            if !letters.iter().any(|(_, known)| *known == worn) {
                without.entry(format!("{worn:?}")).or_insert_with(|| format!("{name} {place:?}"));
            }
        }
    }
    assert!(without.is_empty(), "{without:#?}");
}

fn said((front, ground, marks): (Color, Color, Modifier)) -> String {
    let colour = |colour: Color| if colour == Color::Reset { "-".to_owned() } else { colour.to_string() };
    format!("{} on {} {}", colour(front), colour(ground), format!("{marks:?}").to_lowercase())
}

#[test]
fn a_terminal_without_colour_shows_the_same_with_bold_and_reverse() {
    for (name, player) in all() {
        let coloured = through(&player, (ThemeName::Terminal, Depth::Ansi), &Glyphs::UNICODE);
        let plain = through(&player, (ThemeName::Terminal, Depth::None), &Glyphs::UNICODE);
        for (one, other) in coloured.content.iter().zip(&plain.content) {
            assert_eq!((one.symbol(), one.modifier), (other.symbol(), other.modifier), "{name}");
            assert_eq!((other.fg, other.bg), (Color::Reset, Color::Reset), "{name}");
        }
    }
}

#[test]
fn ascii_loses_no_style_that_says_something() {
    for (name, player) in all() {
        let styles = |glyphs| {
            let buffer = through(&player, (ThemeName::Dark, Depth::Rgb), glyphs);
            let said = buffer.content.iter().filter(|cell| cell.symbol().chars().any(char::is_alphanumeric));
            said.map(|cell| format!("{:?}", worn(cell))).collect::<BTreeSet<_>>()
        };
        let (signs, ascii) = (styles(&Glyphs::UNICODE), styles(&Glyphs::ASCII));
        assert!(signs.is_subset(&ascii), "{name}: {signs:?}\n{ascii:?}");
    }
}

/// Whether a sign is read, not only seen.
fn is_read(cell: &Cell) -> bool {
    cell.symbol().chars().any(char::is_alphanumeric)
}

#[test]
fn no_word_of_any_screen_is_too_faint_to_read() {
    let mut faint: BTreeMap<String, String> = BTreeMap::new();
    for (name, player) in all() {
        for way in WAYS {
            let buffer = through(&player, way, &Glyphs::UNICODE);
            for cell in buffer.content.iter().filter(|cell| cell.symbol() != " ") {
                if let Some(why) = too_faint(cell, way) {
                    faint.entry(format!("{name}, {way:?}")).or_insert(why);
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

fn too_faint(cell: &Cell, (name, depth): (ThemeName, Depth)) -> Option<String> {
    let says = || Some(format!("{:?} is {}", cell.symbol(), said(worn(cell))));
    let is_large_theme = matches!((cell.fg, cell.bg), (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0)));
    match (depth, cell.fg, cell.bg) {
        (Depth::Rgb, front @ Color::Rgb(..), ground @ Color::Rgb(..)) => {
            let word = if name == ThemeName::HighContrast || is_large_theme { 7.0 } else { 4.5 };
            let least = if is_read(cell) { word } else { 3.0 };
            (contrast(front, ground)? < least).then(says).flatten()
        }
        (_, Color::DarkGray, _) if is_read(cell) => says(),
        (_, Color::Blue, Color::Reset) if name != ThemeName::Light => says(),
        (_, front, ground) if front == ground && front != Color::Reset => says(),
        _ => None,
    }
}
