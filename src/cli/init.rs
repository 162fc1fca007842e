//! `okr init`: a workspace, a team, a quarter.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::{Opened, named_or_above, repository_of};
use super::typed::{day, line, maybe_line};
use crate::domain::change::{Change, Record};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::{self, Desk, Start};
use crate::domain::display::shortened;
use crate::domain::id::{CycleId, TeamId, slug};
use crate::domain::quarter::QuarterKey;
use crate::domain::series::{LONGEST_CYCLE_ID, Series};
use crate::domain::team::{Level, Team};
use crate::domain::word::from_word;
use crate::domain::workspace::Workspace;
use crate::method::fields::people;
use crate::method::hand_over::HandOver;
use crate::store::layout::is_workspace;
use crate::store::sample;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;
use crate::words::counted;

#[derive(Debug, Args)]
#[command(about = help::INIT, before_help = help::INIT_EXAMPLES)]
pub(super) struct Init {
    #[arg(help = help::INIT_DIR)]
    dir: Option<PathBuf>,
    #[arg(help = help::INIT_LEVEL, long, value_name = "LEVEL", value_parser = ["company", "function", "team"])]
    level: Option<String>,
    #[arg(help = help::INIT_PEOPLE, long, value_name = "NAMES")]
    people: Option<String>,
    #[arg(help = help::INIT_OBJECTIVE, long, value_name = "TEXT", allow_hyphen_values = true)]
    objective: Option<String>,
    #[arg(help = help::INIT_ORGANISATION, long, value_name = "NAME")]
    organisation: Option<String>,
    #[arg(help = help::INIT_FIRST, long, value_name = "DAY", requires = "last")]
    first: Option<String>,
    #[arg(help = help::INIT_LAST, long, value_name = "DAY", requires = "first")]
    last: Option<String>,
    #[arg(help = help::INIT_SAMPLE, long, conflicts_with_all = ["level", "people", "objective", "organisation", "first", "last"])]
    sample: bool,
}

impl Init {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        if self.sample {
            return copy_of_sample(&self.dir.unwrap_or_else(|| PathBuf::from(".")), call);
        }
        let found = match &self.dir {
            Some(dir) => is_workspace(dir).then(|| dir.clone()),
            None => named_or_above(call)?,
        };
        match found {
            Some(root) => self.within(Opened::at(&root)?, call),
            None => self.anew(call),
        }
    }

    /// Makes a workspace in an empty folder.
    fn anew(self, call: &mut Call) -> Result<Answer, Halt> {
        let dir = self.dir.clone().unwrap_or_else(|| PathBuf::from("."));
        let name = call.options.team.clone().ok_or_else(|| {
            Halt::usage(words::A_WORKSPACE_BEGINS_WITH_A_TEAM, words::OKR_INIT_TEAM_PAYMENTS_CYCLE_2027_Q1)
        })?;
        let start = Start {
            organisation: maybe_line("organisation", self.organisation.as_deref())?,
            team: self.team(&name, call)?,
            cycle: self.cycle(&Workspace::default().series(None), call)?,
            objective: maybe_line("objective", self.objective.as_deref())?,
        };
        let change = decision::start(&start)?;
        let opened = Opened::begin(&dir, &change)?;
        let key = QuarterKey { team: start.team.id, cycle: start.cycle.id };
        Ok(begun(&opened, &change, &key, call))
    }

    /// Adds a team or opens a quarter in the workspace there is.
    fn within(self, mut opened: Opened, call: &mut Call) -> Result<Answer, Halt> {
        if self.organisation.is_some() {
            return Err(Halt::usage(
                words::THE_WORKSPACE_IS_HERE_ALREADY,
                words::OKR_SET_SETTINGS_ORGANISATION,
            ));
        }
        let (team, mut change) = self.team_within(&opened, call)?;
        let cycle = self.cycle(&opened.workspace.series(Some(&team)), call)?;
        let mut after = opened.workspace.clone();
        after.apply(&change);
        let opening = decision::open_quarter(&after, &team, &cycle)?;
        after.apply(&opening);
        change.edits.extend(opening.edits);
        let key = QuarterKey { team, cycle: cycle.id };
        if let Some(title) = maybe_line("objective", self.objective.as_deref())? {
            let desk = Desk::at(&after, &key, call.today)?;
            change.edits.extend(desk.add_objective(&title, &mut call.seed)?.0.edits);
        }
        let both = !change.sentence.is_empty();
        change.sentence =
            if both { format!("{}, {}", change.sentence, opening.sentence) } else { opening.sentence };
        opened.save(&change)?;
        let answer = begun(&opened, &change, &key, call);
        Ok(match HandOver::to(&opened.workspace, &key).map_or(0, |package| package.points.len()) {
            0 => answer,
            points => answer.say(counted::POINTS_ARE_HANDED_OVER.of(points)),
        })
    }

    /// The team that is meant and, if it is new, the change that adds it; that change has no sentence otherwise.
    fn team_within(&self, opened: &Opened, call: &mut Call) -> Result<(TeamId, Change), Halt> {
        let known = match &call.options.team {
            Some(name) => opened.workspace.team_called(name),
            None => Some(opened.team(call)?),
        };
        if let Some(team) = known {
            self.is_about_a_new_team(team)?;
            return Ok((team.id.clone(), Change { sentence: String::new(), edits: Vec::new() }));
        }
        let team = self.team(&call.options.team.clone().unwrap_or_default(), call)?;
        Ok((team.id.clone(), decision::add_team(&opened.workspace, team)?))
    }

    fn is_about_a_new_team(&self, team: &Team) -> Result<(), Halt> {
        let given = [("--level", self.level.is_some()), ("--people", self.people.is_some())];
        match given.iter().find(|(_, is_given)| *is_given) {
            Some((option, _)) => {
                let says = words::the_team_is_here_already(option, &team.name);
                Err(Halt::usage(says, words::okr_set_team(&team.id, option.trim_start_matches('-'))))
            }
            None => Ok(()),
        }
    }

    fn team(&self, name: &str, call: &mut Call) -> Result<Team, Halt> {
        let mut team = Team::called(&line("team", name)?, &mut call.seed);
        team.level = self.level.as_deref().and_then(from_word::<Level>).unwrap_or_default();
        let given = self.people.as_deref().unwrap_or_default();
        line("people", given)?;
        team.people = people(given);
        Ok(team)
    }

    /// The cycle that is named, else the coming one.
    fn cycle(&self, series: &Series<'_>, call: &Call) -> Result<Cycle, Halt> {
        let typed = call.options.cycle.as_deref();
        let none = || Halt::usage(words::NO_QUARTER_COMES_AFTER_THIS_DAY, "");
        let coming = || series.coming(call.today).ok_or_else(none);
        let (Some(first), Some(last)) = (&self.first, &self.last) else {
            return typed.map_or_else(coming, |typed| named_cycle(series, typed, call.today));
        };
        let label = line("cycle", typed.unwrap_or_default())?;
        let id = slug(&label, LONGEST_CYCLE_ID).and_then(|id| CycleId::new(id).ok());
        let id = id.ok_or_else(|| Halt::usage(words::A_CYCLE_OF_ITS_OWN_DAYS, words::CYCLE_SPRING_2027))?;
        let (first, last) = (day("first", first, call.today)?, day("last", last, call.today)?);
        Ok(Cycle { id, label, first, last, kick_off: None, is_unread: false })
    }
}

/// A cycle of the workspace, the one that the name counts from these, or a calendar quarter.
fn named_cycle(series: &Series<'_>, typed: &str, today: Day) -> Result<Cycle, Halt> {
    series.typed(typed, today).ok_or_else(|| {
        let hint = words::NAME_A_QUARTER_LIKE_2027_Q1;
        Halt::usage(words::cycle_is_no_quarter(shortened(typed)), hint)
    })
}

/// Copies the sample into an empty folder, to keep.
fn copy_of_sample(dir: &Path, call: &Call) -> Result<Answer, Halt> {
    sample::unpack(dir).map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => Halt::usage(why.to_string(), words::CHOOSE_A_NEW_FOLDER),
        _ => Halt::new(Code::NotWritten, format!("{}: {why}", dir.display()), words::CHOOSE_ANOTHER_FOLDER),
    })?;
    let opened = Opened::at(dir)?;
    call.last_used.remember(&opened.root, None);
    let root = opened.root.display().to_string();
    let answer = Answer::saved(words::COPY_THE_SAMPLE, None).with_line(&root).with("workspace", json!(root));
    Ok(answer.say(words::IT_IS_BEST_SEEN))
}

fn begun(opened: &Opened, change: &Change, key: &QuarterKey, call: &Call) -> Answer {
    call.last_used.remember(&opened.root, Some(&key.team));
    let objective =
        change.edits.iter().filter_map(|edit| edit.after.as_ref()).find_map(|(_, record)| match record {
            Record::Objective(objective) => Some(objective.id.as_str()),
            _ => None,
        });
    let next = match objective {
        Some(id) => words::next_okr_add_kr(id),
        None => words::NEXT_OKR_ADD_OBJECTIVE.to_owned(),
    };
    let root = opened.root.display().to_string();
    let answer = Answer::saved(&change.sentence, Some(key))
        .with_line(&root)
        .with("workspace", json!(root))
        .with("objective", json!(objective))
        .say(next);
    if repository_of(&opened.root).is_some() { answer.say(words::SHARE_IT_THROUGH_GIT) } else { answer }
}
