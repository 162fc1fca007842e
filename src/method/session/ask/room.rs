//! What is asked in any step: attendance, the parking lot, a step left out, more time.

use super::{Sheet, Wrong, wrong};
use crate::domain::decision::Desk;
use crate::domain::effort::MOST_PEOPLE;
use crate::method::fields::Input;
use crate::method::session::clock::Roman;
use crate::method::session::{Act, Declared, Player};
use crate::method::step::Steps;
use crate::method::texts::{self, Line};
use crate::words::method::session::ask::room as words;

pub(super) fn people(player: &Player) -> Sheet {
    let blank = ("people", words::PEOPLE, words::EVERYONE_WHO_IS_HERE);
    Sheet::new(words::HOW_MANY_ARE_IN_THE_ROOM)
        .typed(Input::Count, blank, &player.people().to_string())
        .read(|typed, _, _| Ok(Act::People(typed.needed_count("people", MOST_PEOPLE)?)))
}

pub(super) fn park() -> Sheet {
    Sheet::new(words::FOR_THE_PARKING_LOT)
        .blank("line", words::LINE, words::A_FEW_WORDS)
        .does(words::PARK)
        .read(|typed, _, _| Ok(Act::Park(typed.needed("line")?)))
}

pub(super) fn skip(player: &Player, desk: &Desk<'_>) -> Sheet {
    Sheet::new(words::leave_out(player.guide(desk).title))
        .blank("reason", words::REASON, words::WHY_IN_A_FEW_WORDS)
        .does(words::LEAVE_OUT)
        .read(|typed, _, _| Ok(Act::Skip(typed.needed("reason")?)))
}

pub(super) fn extend(player: &Player) -> Sheet {
    let title = match player.clock().extension {
        Some(minutes) => words::stay_minutes_longer(minutes),
        None => words::EXTENDED_TWICE.to_owned(),
    };
    Sheet::new(title)
        .typed(Input::Count, ("stay", words::THUMBS_UP, words::STAY_WITH_IT), "")
        .typed(Input::Count, ("either", words::SIDEWAYS, words::EITHER_IS_FINE), "")
        .typed(Input::Count, ("move_on", words::THUMBS_DOWN, words::MOVE_ON), "")
        .does(words::COUNT)
        .read(|typed, _, _| {
            let stay = typed.count("stay", MOST_PEOPLE)?;
            let (either, move_on) =
                (typed.count("either", MOST_PEOPLE)?, typed.count("move_on", MOST_PEOPLE)?);
            if stay + either + move_on == 0 {
                return Err(wrong("stay", words::HOW_MANY_THUMBS_ARE_UP));
            }
            Ok(Act::Roman(Roman { stay, either, move_on }))
        })
}

pub(super) fn minutes(player: &Player) -> Sheet {
    let blank = ("minutes", words::MINUTES, words::HOW_LONG_IT_TOOK);
    Sheet::new(words::HOW_LONG_DID_IT_TAKE)
        .typed(Input::Minutes, blank, &player.session_minutes().to_string())
        .read(|typed, _, _| match typed.minutes("minutes")? {
            0 => Err(Wrong { blank: Some("minutes"), says: words::AT_LEAST_A_MINUTE.to_owned() }),
            minutes => Ok(Act::Minutes(minutes)),
        })
}

pub(super) fn declare(at: usize, player: &Player, desk: &Desk<'_>) -> Sheet {
    let steps = Steps::with(&desk.workspace.steps);
    let declared = player.declared().get(at).copied();
    let title = declared.map_or("", |declared| {
        declared.step.map_or_else(|| texts::line(Line::Preparation), |step| steps.guide(step).title)
    });
    let (minutes, people) = declared.map_or((0, 0), |declared| (declared.minutes, declared.people));
    Sheet::new(words::alone_before_the_meeting(title))
        .typed(Input::Minutes, ("minutes", words::MINUTES, words::HOW_LONG_EACH_TOOK), &minutes.to_string())
        .typed(Input::Count, ("people", words::PEOPLE, words::HOW_MANY_DID_IT), &people.to_string())
        .does(words::DECLARE)
        .read(move |typed, _, _| {
            let Some(declared) = declared else {
                return Err(wrong("minutes", words::NOTHING_WAS_TO_BE_DONE_ALONE));
            };
            let minutes = typed.minutes("minutes")?;
            let people = typed.needed_count("people", MOST_PEOPLE)?;
            Ok(Act::Declare(Declared { minutes, people, ..declared }))
        })
}
