//! Which module may know which.
//!
//! ```text
//! cli, tui ─▶ settings, report, sync, store, method ─▶ coach ─▶ domain
//! settings ─▶ store, method
//! in coach: label ─▶ statement ─▶ sentence ─▶ lexicon, token
//! all of them ─▶ words
//! ```

use super::paths::{Named, is_within, named};
use super::source::Source;

/// A layer, what it may know beside itself, and what it may not know although a wider row allows it.
/// The narrowest row that holds a module is its row.
struct Layer {
    name: &'static str,
    may: &'static [&'static str],
    never: &'static [&'static str],
}

const BELOW_TUI: &[&str] = &[
    "crate::domain",
    "crate::coach",
    "crate::method",
    "crate::store",
    "crate::report",
    "crate::settings",
    "crate::sync",
    "crate::words",
];
const SHOWN: &[&str] = &[
    "crate::domain",
    "crate::coach",
    "crate::method",
    "crate::report",
    "crate::settings::actions",
    "crate::settings::colours",
    "crate::tui",
    "crate::words",
];

const DRAWING: &[&str] = &[
    "crate::tui::theme",
    "crate::tui::glyphs",
    "crate::tui::look",
    "crate::tui::fit",
    "crate::settings::keys",
];

const BELOW_SENTENCE: &[&str] =
    &["crate::coach::token", "crate::coach::lexicon", "crate::domain", "crate::words"];
const BELOW_STATEMENT: &[&str] =
    &["crate::coach::token", "crate::coach::outline", "crate::coach::sentence", "crate::domain"];
const BELOW_LABEL: &[&str] = &[
    "crate::coach::token",
    "crate::coach::lexicon",
    "crate::coach::sentence",
    "crate::coach::statement",
    "crate::coach::packed",
    "crate::coach::words",
    "crate::domain",
];

const LAYERS: &[Layer] = &[
    Layer { name: "crate::words", may: &[], never: &[] },
    Layer { name: "crate::domain", may: &["crate::words"], never: &[] },
    Layer { name: "crate::coach", may: &["crate::domain", "crate::words"], never: &[] },
    Layer { name: "crate::coach::token", may: &["crate::domain"], never: &[] },
    Layer { name: "crate::coach::lexicon", may: &["crate::coach::packed"], never: &[] },
    Layer { name: "crate::coach::sentence", may: BELOW_SENTENCE, never: &[] },
    Layer { name: "crate::coach::statement", may: BELOW_STATEMENT, never: &[] },
    Layer { name: "crate::coach::label", may: BELOW_LABEL, never: &[] },
    Layer { name: "crate::method", may: &["crate::domain", "crate::coach", "crate::words"], never: &[] },
    Layer { name: "crate::store", may: &["crate::domain", "crate::coach", "crate::words"], never: &[] },
    Layer {
        name: "crate::report",
        may: &["crate::domain", "crate::coach", "crate::method", "crate::words"],
        never: &[],
    },
    Layer { name: "crate::sync", may: &["crate::domain", "crate::store", "crate::words"], never: &[] },
    Layer {
        name: "crate::settings",
        may: &["crate::domain", "crate::method", "crate::store", "crate::words"],
        never: &[],
    },
    Layer { name: "crate::cli", may: BELOW_TUI, never: &[] },
    Layer { name: "crate::tui", may: BELOW_TUI, never: &[] },
    Layer { name: "crate::tui::screens", may: SHOWN, never: &["crate::tui::run"] },
    Layer { name: "crate::tui::boards", may: SHOWN, never: &["crate::tui::run", "crate::tui::screens"] },
    Layer { name: "crate::tui::widgets", may: DRAWING, never: &[] },
];

/// Crates a layer may not know.
const FOREIGN: &[(&str, &[&str])] = &[
    (
        "crate::domain",
        &["ratatui", "crossterm", "clap", "toml", "toml_edit", "serde_json", "tempfile", "directories"],
    ),
    ("crate::coach", &["ratatui", "crossterm", "clap", "toml_edit", "tempfile", "directories"]),
    ("crate::method", &["ratatui", "crossterm", "clap", "toml_edit", "tempfile", "directories"]),
    ("crate::report", &["ratatui", "crossterm", "clap", "toml_edit", "tempfile", "directories"]),
    ("crate::store", &["ratatui", "crossterm", "clap"]),
    ("crate::sync", &["ratatui", "crossterm", "clap"]),
    ("crate::settings", &["clap"]),
    ("crate::cli", &["ratatui"]),
];

/// Arrows that point the wrong way on purpose: file, target, why.
pub const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("src/cli/ask.rs", "crate::tui::prompt", "asks for a line as a session without screens does"),
    ("src/cli/print.rs", "crate::tui::prompt", "breaks talk between words, as the screens do"),
    ("src/cli/screens.rs", "crate::tui::run", "starts the screens, by one call"),
    ("src/cli/screens.rs", "crate::tui::plain", "plays a session line by line, by one call"),
    ("src/cli/demo.rs", "crate::tui::run", "sets the scene in which the screens begin"),
    ("src/cli/opened.rs", "crate::tui::run", "hands an opened workspace over to the screens"),
];

/// The screens and boards, where each file knows itself and no brother.
const FAMILIES: &[&str] = &["crate::tui::screens", "crate::tui::boards"];

/// Says every wrong arrow of a file.
pub fn wrong(file: &Source) -> Vec<String> {
    let module = file.module();
    if module == "crate" {
        return Vec::new();
    }
    let Some(layer) =
        LAYERS.iter().filter(|layer| is_within(&module, layer.name)).max_by_key(|layer| layer.name.len())
    else {
        return vec![format!(
            "{}: belongs to no layer; the layers stand in tests/layers/arrows.rs",
            file.path
        )];
    };
    let arrows = named(file.code(), &module);
    let not_allowed = arrows.iter().filter(|arrow| {
        !EXCEPTIONS.iter().any(|(path, target, _)| file.path == *path && is_within(&arrow.path, target))
    });
    not_allowed.filter_map(|arrow| reason(&module, layer, arrow).map(|why| say(file, arrow, &why))).collect()
}

fn say(file: &Source, arrow: &Named, why: &str) -> String {
    format!("{}:{}: {} ({why})", file.path, arrow.line, arrow.path)
}

/// Why an arrow is wrong, if it is.
fn reason(module: &str, layer: &Layer, arrow: &Named) -> Option<String> {
    let target = arrow.path.as_str();
    if !is_within(target, "crate") {
        let (first, _) = target.split_once("::").unwrap_or((target, ""));
        let is_foreign =
            FOREIGN.iter().any(|(layer, crates)| is_within(module, layer) && crates.contains(&first));
        return is_foreign.then(|| format!("{} does not know {first}", layer.name));
    }
    if let Some(brother) = brother(module, target) {
        return Some(format!("a brother: say it through {brother}"));
    }
    let is_own = is_within(target, layer.name);
    let may = is_own || layer.may.iter().any(|name| is_within(target, name));
    let never = layer.never.iter().any(|name| is_within(target, name));
    (!may || never).then(|| format!("{} does not know it", layer.name))
}

/// The family whose list should be asked, when a screen or board reaches into the file of another.
/// Its own file is fine, and so is what the family shares: names with a capital, functions of the list.
fn brother(module: &str, target: &str) -> Option<&'static str> {
    let is_member = |family: &&&str| module != **family && is_within(module, family);
    let own = module.split("::").nth(3).filter(|_| FAMILIES.iter().any(|family| is_member(&family)));
    let family = FAMILIES.iter().find(|family| is_within(target, family) && own.is_some())?;
    let mut after = target.split("::").skip(3);
    let (first, further) = (after.next()?, after.next());
    let is_file = further.is_some() && first.starts_with(|letter: char| letter.is_ascii_lowercase());
    let is_own_file = is_within(module, family) && Some(first) == own;
    (is_file && !is_own_file).then_some(*family)
}

#[cfg(test)]
mod checks {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        wrong(&Source::sample(path, text))
    }

    #[test]
    fn a_wrong_arrow_is_found_with_its_line() {
        let cases = [
            ("src/domain/score.rs", "use crate::store::Stamp;"),
            ("src/domain/score.rs", "use crate::coach;"),
            ("src/domain/score.rs", "fn f() { super::super::store::load() }"),
            ("src/domain/score.rs", "use toml::Table;"),
            ("src/coach.rs", "use crate::method::Step;"),
            ("src/method/session.rs", "use crate::tui::State;"),
            ("src/store/load.rs", "use crate::{domain::Cycle, method::Step};"),
            ("src/report/html.rs", "use crate::store::load;"),
            ("src/sync/pull.rs", "use crate::method::Step;"),
            ("src/settings/keymap.rs", "use crate::tui::state::State;"),
            ("src/cli/lint.rs", "use crate::tui::run;"),
            ("src/cli.rs", "use crate::tui::state::State;"),
            ("src/tui/run.rs", "use crate::cli::Line;"),
            ("src/tui/screens/scoring.rs", "use crate::store::load;"),
            ("src/tui/screens/scoring.rs", "use super::setting::Drafts;"),
            ("src/tui/screens/scoring.rs", "use crate::tui::boards::votes::Votes;"),
            ("src/tui/screens/scoring.rs", "use crate::tui::run::start;"),
            ("src/tui/boards/votes.rs", "use crate::tui::boards::scores::Mark;"),
            ("src/tui/boards/votes.rs", "use crate::tui::screens::Screen;"),
            ("src/tui/widgets/table.rs", "use crate::domain::Score;"),
            ("src/words/setting.rs", "use crate::domain::Score;"),
            ("src/surprise.rs", ""),
        ];
        for (path, text) in cases {
            assert_eq!(found(path, text).len(), 1, "{path}: {text}");
        }
        assert_eq!(
            found("src/domain/score.rs", "// why\n\nuse crate::store::Stamp;"),
            ["src/domain/score.rs:3: crate::store::Stamp (crate::domain does not know it)"]
        );
    }

    #[test]
    fn a_right_arrow_is_left_alone() {
        let cases = [
            ("src/main.rs", "use quarterdeck::{cli, tui};"),
            ("src/cli/screens.rs", "crate::tui::run::start(folder)"),
            (
                "src/domain/score.rs",
                "use super::reading::Reading; use crate::domain::*; use chrono::NaiveDate;",
            ),
            ("src/domain/score.rs", "#[cfg(test)] mod tests { use crate::store::load; }"),
            ("src/domain/score/tests.rs", "use crate::store::load;"),
            ("src/method/session.rs", "use crate::{coach::judge, domain::Cycle};"),
            ("src/tui/screens.rs", "use self::setting::Setting; use crate::tui::screens::scoring::Scoring;"),
            (
                "src/tui/screens/setting.rs",
                "use super::Screen; use super::setting::board::Row; use crate::tui::boards::draw;",
            ),
            ("src/tui/screens/setting/board.rs", "use super::Setting; use crate::tui::theme::Role;"),
            ("src/tui/boards/votes.rs", "use crate::tui::widgets::table::Table; use super::Board;"),
            (
                "src/tui/widgets/table.rs",
                "use super::scale; use crate::tui::theme::Role; use ratatui::text::Line;",
            ),
        ];
        for (path, text) in cases {
            assert!(found(path, text).is_empty(), "{:?}", found(path, text));
        }
    }
}
