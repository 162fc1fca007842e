//! What somebody has chosen for the screens on this machine: two files of their own, each optional.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::{Spanned, Table, Value};
use toml_edit::DocumentMut;

use super::clipboard::Clipboard;
use super::colours::{ColourChoice, ThemeChoice};
use super::keymap::{Keymap, Mistake, no_toml};
use super::signs::GlyphChoice;
use crate::domain::display::shortened;
use crate::domain::named::nearest;
use crate::words::settings as words;

/// The file with all that can be said in it, each line a comment.
pub const CONFIG: &str = include_str!("../../assets/config.toml");

/// The file for own keys, with examples as comments.
pub const KEYS: &str = include_str!("../../assets/keys.toml");

/// Says whether clicks and the wheel are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mouse {
    /// Clicks and the wheel come as events; the terminal selects text with Shift held.
    #[default]
    Ours,
    /// The terminal keeps the mouse to itself.
    Terminals,
}

/// What the two files say, with what is usual in the place of what they do not say.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The colours.
    pub theme: Option<ThemeChoice>,
    /// Whether to colour.
    pub colour: ColourChoice,
    /// The signs.
    pub glyphs: GlyphChoice,
    /// Who has the mouse.
    pub mouse: Mouse,
    /// Whether the bell rings when the time of a step is over.
    pub has_bell: bool,
    /// Whether the last row shows the keys.
    pub has_footer: bool,
    /// Where a text goes that is copied.
    pub clipboard: Clipboard,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// All that is wrong in the two files; what is right in `config.toml` holds all the same, own keys only all together.
    pub mistakes: Vec<Mistake>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: None,
            colour: ColourChoice::Auto,
            glyphs: GlyphChoice::Auto,
            mouse: Mouse::Ours,
            has_bell: true,
            has_footer: true,
            clipboard: Clipboard::Auto,
            keymap: Keymap::usual(),
            mistakes: Vec::new(),
        }
    }
}

/// The texts of the two files, where they are there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfigTexts {
    /// `config.toml`.
    pub config: Option<String>,
    /// `keys.toml`.
    pub keys: Option<String>,
}

/// The tables of `config.toml`.
#[derive(Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Tables {
    /// How the screens look and sound.
    ui: Ui,
}

#[derive(Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Ui {
    /// The colours.
    #[schemars(schema_with = "theme_words")]
    theme: Option<Word<ThemeChoice>>,
    /// Whether to colour at all.
    #[schemars(schema_with = "colour_words")]
    color: Option<Word<ColourChoice>>,
    /// The signs.
    #[schemars(schema_with = "glyph_words")]
    glyphs: Option<Word<GlyphChoice>>,
    /// Whether clicks and the wheel are asked for.
    mouse: Option<bool>,
    /// Whether the bell rings when the time of a step is over.
    bell: Option<bool>,
    /// Whether the last row shows the keys.
    footer: Option<bool>,
    /// Where a text goes that is copied: `auto`, `osc52`, `off`, or a command that gets it as its input.
    #[schemars(with = "Option<String>")]
    clipboard: Option<Word<Clipboard>>,
}

fn theme_words(_: &mut SchemaGenerator) -> Schema {
    one_of(&ThemeChoice::all().into_iter().map(ThemeChoice::as_str).collect::<Vec<_>>())
}

fn colour_words(_: &mut SchemaGenerator) -> Schema {
    one_of(&ColourChoice::ALL.map(ColourChoice::as_str))
}

fn glyph_words(_: &mut SchemaGenerator) -> Schema {
    one_of(&GlyphChoice::ALL.map(GlyphChoice::as_str))
}

fn one_of(all: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": all })
}

/// What may stand in `config.toml`.
pub fn schema(generator: &mut SchemaGenerator) -> Schema {
    Tables::json_schema(generator)
}

/// A word that its own type reads, so that a wrong one names those that would be right.
#[derive(Deserialize)]
#[serde(try_from = "String", bound = "T: FromStr, T::Err: fmt::Display")]
struct Word<T>(T);

impl<T: FromStr> TryFrom<String> for Word<T> {
    type Error = T::Err;

    fn try_from(word: String) -> Result<Self, T::Err> {
        word.parse().map(Self)
    }
}

/// Something that is chosen on the screens and kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The colours.
    Theme(ThemeChoice),
    /// Who has the mouse.
    Mouse(Mouse),
    /// Whether the bell rings.
    Bell(bool),
    /// Whether the footer is shown.
    Footer(bool),
}

impl Chosen {
    /// Its key in `[ui]` and its value.
    fn said(self) -> (&'static str, toml_edit::Value) {
        match self {
            Self::Theme(theme) => ("theme", theme.as_str().into()),
            Self::Mouse(mouse) => ("mouse", (mouse == Mouse::Ours).into()),
            Self::Bell(rings) => ("bell", rings.into()),
            Self::Footer(is_shown) => ("footer", is_shown.into()),
        }
    }
}

/// The text of `config.toml` with another choice; every comment and every other line stays.
///
/// # Errors
/// The text is no TOML, or its `ui` is no table.
pub fn keeping(text: &str, kept: Chosen) -> Result<String, String> {
    let mut file: DocumentMut = text.parse().map_err(|_| words::THIS_IS_NO_TOML.to_owned())?;
    let ui = file.entry("ui").or_insert_with(toml_edit::table);
    let ui = ui.as_table_like_mut().ok_or(words::UI_IS_NO_TABLE)?;
    let (key, mut chosen) = kept.said();
    match ui.get_mut(key) {
        Some(stood) => {
            let around = stood.as_value().map(|stood| stood.decor().clone());
            *chosen.decor_mut() = around.unwrap_or_default();
            *stood = chosen.into();
        }
        None => drop(ui.insert(key, chosen.into())),
    }
    Ok(file.to_string())
}

impl Config {
    /// Reads the texts of the two files; all that is wrong is told together.
    pub fn read(texts: &ConfigTexts) -> Self {
        let mut config = Self::default();
        let (ui, mistakes) = right(texts.config.as_deref().unwrap_or_default());
        config.take(ui);
        config.mistakes = mistakes;
        match texts.keys.as_deref().map_or_else(|| Ok(Keymap::usual()), Keymap::read) {
            Ok(keymap) => config.keymap = keymap,
            Err(mistakes) => config.mistakes.extend(mistakes),
        }
        config
    }

    fn take(&mut self, ui: Ui) {
        self.theme = ui.theme.map(|word| word.0);
        self.colour = ui.color.map_or(self.colour, |word| word.0);
        self.glyphs = ui.glyphs.map_or(self.glyphs, |word| word.0);
        self.mouse = if ui.mouse.unwrap_or(true) { Mouse::Ours } else { Mouse::Terminals };
        self.has_bell = ui.bell.unwrap_or(true);
        self.has_footer = ui.footer.unwrap_or(true);
        self.clipboard = ui.clipboard.map_or(Clipboard::Auto, |word| word.0);
    }
}

/// What is right in `config.toml`, and all that is wrong in it by its lines: each key is read by itself.
fn right(text: &str) -> (Ui, Vec<Mistake>) {
    let mut found = Vec::new();
    let sound = sound(text, &mut found);
    let all: BTreeMap<String, Spanned<Value>> = toml::from_str(&sound).unwrap_or_default();
    let outside = all.into_iter().filter(|(name, value)| name != "ui" || !value.get_ref().is_table());
    found.extend(outside.map(|(name, value)| {
        let says = if name == "ui" {
            words::UI_IS_NO_TABLE.to_owned()
        } else {
            words::stands_outside(shortened(&name))
        };
        (value.span().start, says)
    }));
    let own = toml::from_str::<Own>(&sound).unwrap_or_default();
    let ui = alone(own.ui, &mut found).try_into().unwrap_or_default();
    (ui, Mistake::all("config.toml", text, found))
}

/// The keys of `[ui]`, each with its place.
#[derive(Deserialize, Default)]
struct Own {
    #[serde(default)]
    ui: BTreeMap<String, Spanned<Value>>,
}

/// Those keys of `[ui]` that can be read; what is wrong with the others is found at their places.
fn alone(all: BTreeMap<String, Spanned<Value>>, found: &mut Vec<(usize, String)>) -> Table {
    let mut sound = Table::new();
    for (name, value) in all {
        let (at, value) = (value.span().start, value.into_inner());
        let one = Table::from_iter([(name.clone(), value.clone())]);
        match one.clone().try_into::<Ui>() {
            Ok(_) => sound.extend(one),
            Err(why) => found.push((at, misread(&name, &value, &why))),
        }
    }
    sound
}

/// The keys of `[ui]` that are answered by yes or no, and those that are a word.
const FLAGS: [&str; 3] = ["mouse", "bell", "footer"];
const WORDS: [&str; 4] = ["theme", "color", "glyphs", "clipboard"];

/// Why a key of `[ui]` cannot be read; of a word its own type says so.
fn misread(name: &str, value: &Value, why: &toml::de::Error) -> String {
    if FLAGS.contains(&name) {
        return words::as_usual(name, words::TRUE_OR_FALSE);
    }
    if WORDS.contains(&name) {
        let says = if value.is_str() { why.message() } else { words::A_WORD_IN_QUOTES };
        return words::as_usual(name, says.replace('\n', " "));
    }
    let known = [WORDS.as_slice(), &FLAGS].concat();
    let name = shortened(name);
    match nearest(&name, &known) {
        Some(near) => words::no_key_but_near(&name, near),
        None => words::no_key(&name, known.join(", ")),
    }
}

/// How often a text that is no TOML is looked at again without the place where it is none.
const ROUNDS: usize = 8;

/// A text that is TOML: without the lines where it is none. Where it is none without such a line either, what stands below
/// means nothing, which is said.
fn sound(text: &str, found: &mut Vec<(usize, String)>) -> String {
    let mut rest = text.to_owned();
    for _ in 0..ROUNDS {
        let Err(why) = rest.parse::<Table>() else { return rest };
        let (at, says) = no_toml(&rest, &why);
        let without = without(&rest, at);
        if without.parse::<Table>().is_ok() {
            found.push((at, words::the_line_is_left_out(says)));
            return without;
        }
        let line = rest.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        found.push((at, words::and_nothing_below_is_read(says)));
        rest.truncate(line);
    }
    found.push((0, words::NONE_OF_ITS_LINES_IS_READ.to_owned()));
    String::new()
}

/// A text with blanks in the place of the line at an offset, and of all below it where it begins a table.
fn without(text: &str, at: usize) -> String {
    let (mut start, mut is_out) = (0, false);
    let lines = text.split_inclusive('\n').map(|line| {
        let is_head = line.trim_start().starts_with('[');
        let is_here = (start..start + line.len()).contains(&at);
        start += line.len();
        is_out = is_here && is_head || is_out && !is_head;
        if is_here || is_out { " ".repeat(line.len() - 1) + "\n" } else { line.to_owned() }
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::ThemeName;

    fn read(config: &str) -> Config {
        Config::read(&ConfigTexts { config: Some(config.to_owned()), keys: None })
    }

    #[test]
    fn the_file_that_is_offered_changes_nothing_until_its_lines_are_freed() {
        assert_eq!(read(CONFIG), Config::default());
        let freed: String = CONFIG
            .lines()
            .map(|line| {
                line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).unwrap_or(line).to_owned() + "\n"
            })
            .collect();
        assert_ne!(freed, CONFIG);
        assert_eq!(
            read(&freed),
            Config { theme: Some(ThemeChoice::Named(ThemeName::Terminal)), ..Config::default() }
        );
    }

    #[test]
    fn another_choice_of_colours_leaves_every_other_line_as_it_is() {
        let chosen = |text: &str| keeping(text, Chosen::Theme(ThemeChoice::Named(ThemeName::Mono))).unwrap();
        let own = "# mine\n[ui] # looks\nbell = false\ntheme  = \"dark\" # at night\n\n# the end\n";
        assert_eq!(chosen(own), own.replace("\"dark\"", "\"mono\""));
        let offered = chosen(CONFIG);
        assert_eq!(
            read(&offered),
            Config { theme: Some(ThemeChoice::Named(ThemeName::Mono)), ..Config::default() }
        );
        assert!(CONFIG.lines().all(|line| offered.contains(line)), "{offered}");
        assert_eq!(read(&chosen("")).theme, Some(ThemeChoice::Named(ThemeName::Mono)));
        assert!(
            keeping("ui = 3\n", Chosen::Bell(false)).is_err() && keeping("= =", Chosen::Bell(false)).is_err()
        );
    }

    #[test]
    fn mouse_and_bell_are_kept_as_the_colours_are() {
        let own = "[ui]\nmouse = true # at my desk\n# quiet\nbell = true\n";
        let quiet = keeping(own, Chosen::Bell(false)).unwrap();
        assert_eq!(quiet, own.replace("bell = true", "bell = false"));
        let quiet = keeping(&quiet, Chosen::Mouse(Mouse::Terminals)).unwrap();
        assert_eq!(quiet, "[ui]\nmouse = false # at my desk\n# quiet\nbell = false\n");
        let offered = keeping(CONFIG, Chosen::Mouse(Mouse::Terminals)).unwrap();
        assert_eq!(read(&offered), Config { mouse: Mouse::Terminals, ..Config::default() });
        assert!(CONFIG.lines().all(|line| offered.contains(line)), "{offered}");
    }

    #[test]
    fn what_is_said_holds() {
        let config = read(
            "[ui]\ntheme = \"mono\"\nglyphs = \"ascii\"\ncolor = \"never\"\nmouse = false\nbell = false\nclipboard = \"osc52\"\n",
        );
        assert_eq!(config.theme, Some(ThemeChoice::Named(ThemeName::Mono)));
        assert_eq!((config.glyphs, config.colour), (GlyphChoice::Ascii, ColourChoice::Never));
        assert_eq!((config.mouse, config.has_bell), (Mouse::Terminals, false));
        assert_eq!(config.clipboard, Clipboard::Terminal);
        assert_eq!(config.mistakes, []);
    }

    #[test]
    fn what_is_right_holds_beside_what_is_wrong() {
        let mono = Some(ThemeChoice::Named(ThemeName::Mono));
        for wrong in ["mouse = 1", "them = 3", "mouse = ", "mouse = \"yes", "glyphs = 'pink'"] {
            for text in [
                format!("[ui]\n{wrong}\ntheme = \"mono\"\nfooter = false\n"),
                format!("[ui]\ntheme = \"mono\"\nfooter = false\n{wrong}\n"),
                format!("{wrong}\n[ui]\ntheme = \"mono\"\nfooter = false\n"),
            ] {
                let config = read(&text);
                assert_eq!((config.theme, config.has_footer), (mono, false), "{text}");
                assert_eq!(config.mistakes.len(), 1, "{text}: {:?}", config.mistakes);
            }
        }
        // What stands below a head that cannot be read means nothing.
        assert_eq!(read("[ui\ntheme = \"mono\"\n").theme, None);
    }

    #[test]
    fn all_mistakes_of_a_file_are_told_together_by_their_lines() {
        let lines = |config: &str| -> Vec<usize> {
            read(config).mistakes.iter().filter_map(|one| Some(one.place?.line)).collect()
        };
        let own = "[looks]\nx = 1\n\n[ui]\ntheme = \"pink\"\nbell = true\nmouse = 3\nthem = \"mono\"";
        assert_eq!(lines(own), [1, 5, 7, 8]);
        assert_eq!(lines("[ui]\nbell = \nmouse = 3\n"), [2, 3], "no TOML, but for a line");
        assert_eq!(lines("[ui]\nbell = 4\nmouse = [\n= 3\n= 3\n").first(), Some(&2));
        assert_eq!(lines("x = 1\n[ui]\nfooter = \"é\"\n"), [1, 3]);
        let open = (0..3_000).fold("[ui]\nmouse = [\n".to_owned(), |text, at| format!("{text}{at},\n"));
        assert!(read(&open).mistakes.len() <= ROUNDS + 1);
        let cut = read("[ui]\nbell = \nmouse = \nfooter = false\n");
        assert!(cut.mistakes[0].says.ends_with("nothing below it is read"), "{:?}", cut.mistakes);
    }

    #[test]
    fn a_wrong_value_of_several_lines_takes_nothing_below_with_it() {
        let config =
            read("[ui]\nclipboard = [\n  \"off\",\n]\nmouse = false\nbell = false\nx = [\n  '[ui]',\n]\n");
        assert_eq!((config.mouse, config.has_bell), (Mouse::Terminals, false));
        let lines: Vec<_> = config.mistakes.iter().filter_map(|one| Some(one.place?.line)).collect();
        assert_eq!(lines, [2, 7], "{:?}", config.mistakes);
    }

    #[test]
    fn mistakes_of_both_files_are_told_with_their_lines_and_what_would_be_right() {
        let texts = ConfigTexts {
            config: Some("[ui]\ntheme = \"pink\"\n".to_owned()),
            keys: Some("\"undo\" = \"U\"\n".to_owned()),
        };
        let says: Vec<String> = Config::read(&texts).mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(says.len(), 2);
        assert!(
            says[0].starts_with("config.toml:2:9: ui.theme: ") && says[0].contains("high-contrast"),
            "{says:?}"
        );
        assert!(says[1].starts_with("keys.toml:1:10: "), "{says:?}");
    }

    #[test]
    fn a_mistake_names_its_key_and_what_holds_instead() {
        let says = |text: &str| read(text).mistakes.first().map(ToString::to_string).unwrap_or_default();
        for (text, expected) in [
            (
                "[ui]\ntheme = 3\n",
                "config.toml:2:9: ui.theme: a word in quotes is needed; what is usual holds",
            ),
            (
                "[ui]\nmouse = \"yes\"\n",
                "config.toml:2:9: ui.mouse: true or false is needed, without quotes; ",
            ),
            (
                "[ui]\nthem = \"mono\"\n",
                "config.toml:2:8: there is no key `them` in [ui]; did you mean `theme`?",
            ),
            ("[ui]\nx = 1\n", "config.toml:2:5: there is no key `x` in [ui]; there are theme, color, "),
            ("ui = \"x\"\n", "config.toml:1:6: `ui` is no table: write [ui]"),
            ("looks = 1\n", "config.toml:1:9: `looks` is none of the settings, which all stand below [ui]"),
            (
                "[ui]\nbell = true\nbell = false\n",
                "config.toml:3:1: `bell` stands here a second time; the line",
            ),
            ("[ui]\nbell = \n", "config.toml:2:"),
        ] {
            assert!(says(text).starts_with(expected), "{text}: {}", says(text));
        }
        assert!(says("[ui]\nbell = \n").contains("this is no TOML: a line is a key"));
        let serde_json::Value::Object(known) =
            Ui::json_schema(&mut SchemaGenerator::default()).to_value()["properties"].clone()
        else {
            panic!("[ui] has no keys")
        };
        assert!(known.keys().all(|key| FLAGS.contains(&key.as_str()) || WORDS.contains(&key.as_str())));
        assert_eq!(known.len(), FLAGS.len() + WORDS.len());
    }
}
