//! What is asked in any step: attendance, the parking lot, a step left out, more time.

use super::{Sheet, Wrong, wrong};
use crate::domain::decision::Desk;
use crate::method::fields::Input;
use crate::method::session::clock::Roman;
use crate::method::session::{Act, Declared, Player};
use crate::method::step::Steps;
use crate::method::texts::{self, Line};

pub(super) fn people(player: &Player) -> Sheet {
    let blank = ("people", "people", "everyone who is here, an outside facilitator counted");
    Sheet::new("How many are in the room?")
        .typed(Input::Text, blank, &player.people().to_string())
        .read(|typed, _, _| Ok(Act::People(typed.count("people", 0)?)))
}

pub(super) fn park() -> Sheet {
    Sheet::new("For the parking lot")
        .blank("line", "line", "a few words; the retrospective empties it")
        .does("park")
        .read(|typed, _, _| Ok(Act::Park(typed.needed("line")?)))
}

pub(super) fn skip(player: &Player, desk: &Desk<'_>) -> Sheet {
    Sheet::new(format!("Leave out: {}", player.guide(desk).title))
        .blank("reason", "reason", "why, in a few words; it is kept with the session")
        .does("leave out")
        .read(|typed, _, _| Ok(Act::Skip(typed.needed("reason")?)))
}

pub(super) fn extend(player: &Player) -> Sheet {
    let title = match player.clock().extension {
        Some(minutes) => format!("Stay {minutes} minutes longer?"),
        None => "Extended twice; what is left goes to the parking lot".to_owned(),
    };
    Sheet::new(title)
        .blank("stay", "thumbs up", "stay with it")
        .blank("either", "sideways", "either is fine")
        .blank("move_on", "thumbs down", "move on")
        .does("count")
        .read(|typed, _, _| {
            let stay = typed.count("stay", 0)?;
            let (either, move_on) = (typed.count("either", 0)?, typed.count("move_on", 0)?);
            if stay + either + move_on == 0 {
                return Err(wrong("stay", "how many thumbs are up?"));
            }
            Ok(Act::Roman(Roman { stay, either, move_on }))
        })
}

pub(super) fn minutes(player: &Player) -> Sheet {
    let blank = ("minutes", "minutes", "how long it took, where the clock did not run along");
    Sheet::new("How long did it take?").typed(Input::Text, blank, &player.session_minutes().to_string()).read(
        |typed, _, _| match typed.count("minutes", 0)? {
            0 => Err(Wrong { blank: Some("minutes"), says: "at least a minute".to_owned() }),
            minutes => Ok(Act::Minutes(minutes)),
        },
    )
}

pub(super) fn declare(at: usize, player: &Player, desk: &Desk<'_>) -> Sheet {
    let steps = Steps::with(&desk.workspace.steps);
    let declared = player.declared().get(at).copied();
    let title = declared.map_or("", |declared| {
        declared.step.map_or_else(|| texts::line(Line::Preparation), |step| steps.guide(step).title)
    });
    let (minutes, people) = declared.map_or((0, 0), |declared| (declared.minutes, declared.people));
    Sheet::new(format!("Alone before the meeting: {title}"))
        .typed(
            Input::Text,
            ("minutes", "minutes", "how long each took; 0 where it was not done"),
            &minutes.to_string(),
        )
        .typed(Input::Text, ("people", "people", "how many did it"), &people.to_string())
        .does("declare")
        .read(move |typed, _, _| {
            let Some(declared) = declared else {
                return Err(wrong("minutes", "nothing was to be done alone"));
            };
            let (minutes, people) = (typed.count("minutes", 0)?, typed.count("people", 0)?);
            Ok(Act::Declare(Declared { minutes, people, ..declared }))
        })
}
