//! The lines of help and palette, and the words each is found by.

use std::cmp::Reverse;

use super::{Find, FinderLine, Scope, behind, places};
use crate::domain::display::first_upper;
use crate::domain::quarter::QuarterKey;
use crate::method::elsewhere::Nameable;
use crate::method::fields::Elsewhere;
use crate::method::find::folded;
use crate::method::library::{self, Metric};
use crate::method::session::offers::Offer;
use crate::settings;
use crate::settings::actions::{Action, Context, ScreenName};
use crate::tui::actions;
use crate::tui::copy;
use crate::tui::forms;
use crate::tui::list;
use crate::tui::matches::{self, Shown};
use crate::tui::state::{State, Status, Tone};
use crate::tui::target::Target;
use crate::tui::trouble::Trouble;
use crate::words::anywhere;
use crate::words::forms::editing;
use crate::words::notices;
use crate::words::view as words;

/// Everything that can be found, with the words it is found by; what is ranked by what is typed is found while one types.
pub(super) fn lines(state: &State, scope: Scope) -> Vec<(FinderLine, String)> {
    match scope {
        Scope::Filter | Scope::Library | Scope::Texts => Vec::new(),
        Scope::Here(context) => here(state, context),
        Scope::Messages => said(state),
        Scope::Details => details(state),
        Scope::Everything => everything(state),
        Scope::Elsewhere(what) => nameable(state, what),
        Scope::Teams => places::teams(state),
        Scope::Cycles => places::cycles(state),
    }
}

/// The metrics in which every word typed begins a word.
pub(super) fn metrics(typed: &str) -> Vec<(FinderLine, String)> {
    let line = |metric: &'static Metric| FinderLine {
        title: metric.name.clone(),
        says: metric.says(),
        key: String::new(),
        enabled: true,
        find: Find::Takes(metric),
    };
    library::search(typed).into_iter().map(|metric| (line(metric), String::new())).collect()
}

/// What the field of the form below may name.
fn nameable(state: &State, what: Elsewhere) -> Vec<(FinderLine, String)> {
    let line = |one: Nameable| {
        let words = format!("{} {} {}", one.title, one.says, one.words);
        let find = Find::Puts(one.text);
        (FinderLine { title: one.title, says: one.says, key: String::new(), enabled: true, find }, words)
    };
    forms::listed(state, what).into_iter().map(line).collect()
}

/// What was said, the last first; what stood in the way is marked.
fn said(state: &State) -> Vec<(FinderLine, String)> {
    let line = |said: &Status| {
        let key = match said.tone {
            Tone::Done | Tone::Saved => state.look.glyphs.done,
            Tone::Note => state.look.glyphs.dot,
            Tone::Stop | Tone::Danger => state.look.glyphs.attention,
        };
        let says = crate::method::fields::one_line(&said.says);
        let words = folded(&says);
        (
            FinderLine {
                title: String::new(),
                says,
                key: key.to_owned(),
                enabled: true,
                find: Find::Nowhere,
            },
            words,
        )
    };
    state.said.iter().rev().map(line).collect()
}

/// All there is about what stands above the footer: the whole of it, where it was said, and what belongs to it.
fn details(state: &State) -> Vec<(FinderLine, String)> {
    let Some(status) = &state.status else { return Vec::new() };
    let row = list::selected(state).map(|row| copy::sentence(state, &row)).unwrap_or_default();
    let place = [state.screen.title(), row.as_str()].join("  ");
    let mut all = vec![(notices::WHAT, status.says.clone()), (notices::WHERE, place.trim().to_owned())];
    let is_about = |trouble: &&Trouble| status.says.contains(&trouble.place.to_string());
    for trouble in state.troubles.iter().filter(is_about) {
        all.extend([(notices::WHY, trouble.says.clone()), (notices::WHAT_TO_DO, trouble.hint.clone())]);
    }
    all.extend(status.more.iter().cloned());
    let log = state.log.iter().filter(|_| status.tone == Tone::Danger);
    all.extend(log.map(|path| (notices::LOG, path.clone())));
    let line = |(label, says): (&str, String)| {
        let words = folded(&says);
        let title = first_upper(label);
        (FinderLine { title, says, key: String::new(), enabled: true, find: Find::Nowhere }, words)
    };
    all.into_iter().filter(|(_, says)| !says.is_empty()).map(line).collect()
}

fn here(state: &State, context: Context) -> Vec<(FinderLine, String)> {
    let rows = matches::rows(state, context);
    let offered = if context == Context::Room { offers(state) } else { Vec::new() };
    let typing = if context == Context::Form { typing() } else { Vec::new() };
    offered.into_iter().chain(rows.iter().map(|shown| action_line(state, shown))).chain(typing).collect()
}

/// The keys that do something to the text of a field, which are no actions: they are those of every line editor.
fn typing() -> Vec<(FinderLine, String)> {
    let line = |[key, title, says]: [&str; 3]| {
        let words = folded(&format!("{title} {says} {key}"));
        let (title, says, key) = (title.to_owned(), says.to_owned(), key.to_owned());
        (FinderLine { title, says, key, enabled: true, find: Find::Nowhere }, words)
    };
    editing::KEYS.into_iter().map(line).collect()
}

/// What the room can say in the step at hand.
fn offers(state: &State) -> Vec<(FinderLine, String)> {
    let line = |offer: Offer| {
        let find = Find::Offer(offer.letter);
        let (title, says) = (first_upper(offer.label), offer.says.into_owned());
        let words = folded(&format!("{title} {says}"));
        (FinderLine { title, says, key: offer.letter.to_string(), enabled: true, find }, words)
    };
    crate::tui::room::offered(state).into_iter().map(line).collect()
}

fn everything(state: &State) -> Vec<(FinderLine, String)> {
    let mut rows = matches::rows(state, Context::Screen(state.screen));
    let is_a_place = |action| matches!(action, Action::Screen(_) | Action::Room(_));
    let elsewhere = state.keymap.table().into_iter().filter(|row| is_a_place(row.action));
    let seen: Vec<&str> = rows.iter().map(|shown| shown.row.id).collect();
    rows.extend(elsewhere.filter(|row| !seen.contains(&row.id)).map(|row| Shown::of(&row)));
    let mut all: Vec<_> = rows.iter().map(|shown| action_line(state, shown)).collect();
    all.extend(objects(state));
    // What is done in a form is found as well, with the way to it.
    let of_forms = state.keymap.rows(Context::Form).iter();
    let of_forms = of_forms.filter(|row| matches!(row.action, Action::Form(_)));
    all.extend(of_forms.map(|row| action_line(state, &Shown::of(row))));
    all.extend(behind::verbs());
    let last = |find: &Find| state.recent.iter().position(|recent| recent == find);
    all.sort_by_key(|(line, _)| last(&line.find).unwrap_or(usize::MAX));
    all
}

/// A line of an action and the words it is found by, each of its free keys among them.
fn action_line(state: &State, shown: &Shown) -> (FinderLine, String) {
    let row = &shown.row;
    let enabled = actions::enabled(state, row.action);
    let keys: Vec<String> = shown.keys.iter().map(|keys| settings::actions::shown(keys)).collect();
    let aliases = [row.words.aliases, &behind::fields(row.action)].concat().join(" ");
    let (title, help, keys) = (row.words.title, row.words.help, keys.join(" "));
    let words = folded(&format!("{title} {help} {aliases} {} {keys}", row.id));
    // A word of two is also looked for as one: check-in, checkin.
    let words = format!("{words} {}", words.replace('-', ""));
    let says = enabled.as_ref().err().cloned().unwrap_or_else(|| row.words.help.to_owned());
    let line = FinderLine {
        title: row.words.title.to_owned(),
        says,
        key: shown.key(),
        enabled: enabled.is_ok(),
        find: Find::Does(row.action),
    };
    (line, words)
}

/// Objectives and key results of this quarter, and every quarter of every team.
fn objects(state: &State) -> Vec<(FinderLine, String)> {
    let mut all = Vec::new();
    let line = |title: &str, says: String, find: Find| {
        let words = folded(&format!("{title} {says}"));
        (FinderLine { title: title.to_owned(), says, key: String::new(), enabled: true, find }, words)
    };
    if let Some((quarter, _)) = state.here() {
        for objective in &quarter.objectives {
            let find = Find::Goes(ScreenName::Setting, Target::Objective(objective.id.clone()));
            all.push(line(&objective.title, anywhere::OBJECTIVE.to_owned(), find));
        }
        for (_, key_result) in quarter.key_results() {
            let find = Find::Goes(ScreenName::Setting, Target::KeyResult(key_result.id.clone()));
            all.push(line(key_result.name(), words::KEY_RESULT.to_owned(), find));
        }
    }
    let workspace = &state.workspace;
    let mut keys: Vec<&QuarterKey> = workspace.quarters.keys().chain(&workspace.unopened).collect();
    // Of a team the running one first, then what comes, then what was, the newest first.
    keys.sort_by_cached_key(|key| {
        let cycle = workspace.cycles.get(&key.cycle);
        let turn = cycle.map(|cycle| (!cycle.contains(state.today), cycle.first <= state.today));
        (&key.team, turn, cycle.map(|cycle| Reverse(cycle.first)))
    });
    for key in keys {
        let (Some(team), Some(cycle)) = (workspace.teams.get(&key.team), workspace.cycles.get(&key.cycle))
        else {
            continue;
        };
        let phase = workspace.quarters.get(key).map(|quarter| quarter.phase(cycle, state.today).word());
        let says = [Some(cycle.label.as_str()), phase].into_iter().flatten().collect::<Vec<_>>().join(", ");
        all.push(line(&team.name, says, Find::Quarter(key.clone())));
    }
    all
}
