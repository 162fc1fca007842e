//! Starts the screens: on the workspace found, on the first run where there is none, on a copy of the sample.

use std::io::{self, IsTerminal as _};

use tempfile::TempDir;

use super::answer::Answer;
use super::call::Call;
use super::demo;
use super::halt::{Code, Halt};
use super::opened::{self, Opened};
use crate::domain::day::Day;
use crate::domain::id::{CycleId, TeamId};
use crate::domain::quarter::QuarterKey;
use crate::settings::actions::ScreenName;
use crate::settings::config::Mouse;
use crate::store::{Loaded, Store, sample, state};
use crate::tui::plain::play;
use crate::tui::run::{LookWishes, Place, Start, run};
use crate::words::cli::anywhere as words;

/// The team the sample opens with.
pub(super) const SAMPLE_TEAM: &str = "payments";

/// Whether somebody sits at a terminal.
pub(super) fn has_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Opens the screens on the workspace a command would work in; where there is none, the first run begins (J1).
pub(super) fn open(call: &mut Call) -> Result<Answer, Halt> {
    let here = opened::named_or_above(call)?;
    let last = if here.is_none() { call.last_used.workspace() } else { None };
    let says = last.as_ref().map(|root| words::this_is_the_last_one_used(root.display()));
    let place = match here.or(last) {
        None => None,
        Some(root) => {
            let (opened, quarter) = Opened::first(&root, call)?;
            call.last_used.remember(&opened.root, None);
            Some(opened.into_place(quarter))
        }
    };
    show(call, place, ScreenName::Overview, says)
}

/// Plays a session line by line, on the plain screen.
pub(super) fn plain(call: &mut Call) -> Result<Answer, Halt> {
    let opened = Opened::of_team(call)?;
    opened.desk(call)?.is_read()?;
    let quarter = Some(opened.key(call)?);
    play(opened.into_place(quarter), state::folder(), call.today, call.seed.clone())
        .map_err(|says| Halt::new(Code::Findings, says, ""))?;
    Ok(Answer::printed(Code::Fine))
}

/// Shows the screens until somebody leaves; what is said stands there at first.
pub(super) fn show(
    call: &mut Call,
    place: Option<Place>,
    screen: ScreenName,
    says: Option<String>,
) -> Result<Answer, Halt> {
    let folder = std::env::current_dir().map_err(|why| Halt::new(Code::NotWritten, why.to_string(), ""))?;
    let fixed = call.is_day_fixed.then_some(call.today);
    let start = Start {
        place,
        says,
        folder,
        state: state::folder(),
        today: call.today,
        is_day_fixed: call.is_day_fixed,
        seed: call.seed.clone(),
        screen,
        wishes: LookWishes {
            colour: call.options.look.color,
            glyphs: call.options.look.glyphs(),
            theme: call.options.look.theme,
            mouse: call.options.look.no_mouse.then_some(Mouse::Terminals),
            config: state::config_folder(),
        },
        presents: call.options.play.present,
        sample: Box::new(move || sample_on(fixed)),
    };
    let code = run(start).map_err(|why| Halt::new(Code::NotWritten, words::the_terminal(&why), ""))?;
    Ok(Answer::ended(code))
}

/// A copy of the sample on the day that was given, else on the one on which it is best seen.
fn sample_on(fixed: Option<Day>) -> Result<(Place, Day), String> {
    let day = fixed.or_else(demo::day).ok_or(words::IT_HAS_NO_QUARTER)?;
    Ok((copy_of_sample(Some(day))?, day))
}

/// Copies the sample to a temporary folder that goes with the program, and opens it there.
pub(super) fn copy_of_sample(today: Option<Day>) -> Result<Place, String> {
    let copy = TempDir::with_prefix("okr-demo-").map_err(|why| why.to_string())?;
    sample::unpack(copy.path()).map_err(|why| why.to_string())?;
    let (store, loaded) = Store::open(copy.path()).map_err(|why| why.to_string())?;
    let team = TeamId::new(SAMPLE_TEAM).map_err(|why| why.to_string())?;
    let Loaded { workspace, problems, .. } = loaded;
    let current = today.and_then(|today| workspace.current_cycle(&team, today));
    let cycle = current.or_else(|| CycleId::new("2027-q1").ok());
    let quarter = cycle.map(|cycle| QuarterKey { team, cycle });
    Ok(Place { store, workspace, problems, quarter, keeps: Some(copy) })
}
