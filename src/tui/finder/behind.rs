//! Words that find what stands behind them: the fields of the forms an action opens, and the verbs that no screen does.

use super::{Find, FinderLine};
use crate::method::fields::{
    ACTION, ANSWER, ASSUMPTION, CHECK_IN, CYCLE, DELIVERY, DEPENDENCY, EFFORT, FRAME, Field, INITIATIVE,
    KEY_RESULT, LESSON, LIST_LINE, NEGOTIATION, NOTE, OBJECTIVE, SCORING, SETTINGS, TEAM,
};
use crate::method::find::folded;
use crate::settings::actions::{
    Action, ScreenAction, check_ins, map, overview, retrospective, scoring, setting,
};
use crate::words::cli::help::{self, lint, looking, program, sharing};
use crate::words::view as words;

/// What is done on the command line alone, with what `okr --help` says of it.
const VERBS: [(&str, &str); 17] = [
    ("check", lint::CHECK),
    ("completions", program::COMPLETIONS),
    ("config", program::CONFIG),
    ("demo", program::DEMO),
    ("doctor", program::DOCTOR),
    ("import", sharing::IMPORT),
    ("init", program::INIT),
    ("keys", program::KEYS),
    ("lint", lint::LINT),
    ("list", looking::LIST),
    ("man", program::MAN),
    ("migrate", sharing::MIGRATE),
    ("plan", looking::PLAN),
    ("read", help::check_ins::READ),
    ("schema", program::SCHEMA),
    ("show", looking::SHOW),
    ("trust", help::check_ins::TRUST),
];

/// The verbs of the command line that no screen does.
pub(super) fn verbs() -> impl Iterator<Item = (FinderLine, String)> {
    VERBS.into_iter().map(|(verb, says)| {
        let title = words::on_the_command_line(verb);
        let found_by = folded(&format!("{title} {says}"));
        let find = Find::Nowhere;
        (FinderLine { title, says: says.to_owned(), key: String::new(), enabled: true, find }, found_by)
    })
}

/// The labels of the fields in the forms that an action opens.
pub(super) fn fields(action: Action) -> Vec<&'static str> {
    fn of<T>(fields: &[Field<T>]) -> Vec<&'static str> {
        fields.iter().map(|field| field.label).collect()
    }
    let Action::Screen(action) = action else { return Vec::new() };
    match action {
        ScreenAction::Overview(overview::Action::Change) => {
            [of(TEAM), of(CYCLE), of(SETTINGS), of(EFFORT)].concat()
        }
        ScreenAction::Setting(setting::Action::Edit) => {
            let set = [of(OBJECTIVE), of(KEY_RESULT), of(ASSUMPTION), of(NEGOTIATION), of(FRAME)].concat();
            [set, of(DEPENDENCY), of(INITIATIVE), of(LIST_LINE), of(DELIVERY)].concat()
        }
        ScreenAction::CheckIns(check_ins::Action::Log) => of(CHECK_IN),
        ScreenAction::Scoring(scoring::Action::Score) => of(SCORING),
        ScreenAction::Retrospective(retrospective::Action::Judge) => {
            [of(NOTE), of(LESSON), of(ACTION)].concat()
        }
        ScreenAction::Map(map::Action::Answer) => of(ANSWER),
        _ => Vec::new(),
    }
}
