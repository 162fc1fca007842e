//! `okr find`: words in everything a workspace says, of all teams and cycles.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::counting::counted;
use super::halt::Halt;
use super::opened::{store, team_in};
use crate::domain::id::TeamId;
use crate::domain::quarter::QuarterKey;
use crate::method::find::{self, Passage, Sought};
use crate::report::find as report;
use crate::store::place::{Position, place_of};
use crate::store::shares::{Count, in_shares};
use crate::store::{Loaded, Names, OpenError, Store};
use crate::words::cli::anywhere as words;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::FIND, before_help = help::FIND_EXAMPLES)]
pub(super) struct Find {
    #[arg(help = help::FIND_WORDS, required = true)]
    words: Vec<String>,
}

/// The quarters that are read and looked through together.
const SHARE: usize = 3;

impl Find {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let typed = self.words.join(" ");
        let store = store(call)?;
        let outline = store.outline(&Names::All)?;
        let team = team_in(&outline.workspace, store.root(), call).ok().map(|team| team.id.clone());
        let sought = Sought::new(&typed);
        let passages = counted(|count| everywhere(&store, &outline, (team.as_ref(), &sought), count))??;
        let found: Vec<report::PlacedPassage> =
            passages.into_iter().map(|passage| placed(&store, passage, &sought)).collect();
        let answer = Answer::data(report::text(&found), report::json(&found, &typed));
        Ok(if found.is_empty() { answer.say(words::NOTHING_SAYS_THAT) } else { answer })
    }
}

/// What is found, the quarters of the team first, read a few at a time on all cores and let go.
fn everywhere(
    store: &Store,
    outline: &Loaded,
    (team, sought): (Option<&TeamId>, &Sought),
    count: &Count,
) -> Result<Vec<Passage>, OpenError> {
    let workspace = &outline.workspace;
    let keys = find::by_nearness(workspace, team, &workspace.unopened);
    count.expect(keys.len());
    let parts = in_shares(&keys, SHARE, |keys: &[QuarterKey]| {
        if count.is_stopped() {
            return Ok(Vec::new());
        }
        let found =
            keys.iter().map(|key| within(store, outline, (key, sought))).collect::<Result<Vec<_>, _>>();
        count.add(keys.len());
        Ok(found?.concat())
    });
    let mut found = Vec::new();
    for part in parts {
        found.extend(part?);
    }
    found.extend(find::above_quarters(workspace).into_iter().filter(|passage| sought.is_in(passage)));
    Ok(found)
}

/// What of a quarter is found.
fn within(
    store: &Store,
    outline: &Loaded,
    (key, sought): (&QuarterKey, &Sought),
) -> Result<Vec<Passage>, OpenError> {
    let workspace = &outline.workspace;
    let must = sought.must_stand_at(&find::place_of(workspace, key));
    let quarter = store.sifted(outline, key, |text| must.is_in_text(text))?;
    let said = quarter.map(|quarter| find::of_quarter(workspace, &quarter)).unwrap_or_default();
    Ok(said.into_iter().filter(|passage| sought.is_in(passage)).collect())
}

/// A passage with the place of the text that is shown; where its file has gone meanwhile, its start.
fn placed(store: &Store, passage: Passage, sought: &Sought) -> report::PlacedPassage {
    let text = passage.shown(sought);
    let file = store.text(&passage.at).ok().flatten();
    let at = file.map_or(Position::START, |file| place_of(&file, &passage.texts[text].key));
    report::PlacedPassage { passage, text, at: (at.line, at.column) }
}
