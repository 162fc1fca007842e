//! What the exports say.

use std::fmt::Display;

pub fn min_together(together: impl Display) -> String {
    format!("{together} min together")
}

pub const THE_HISTORY_OF_A_TEAM: &str = "the history of a team";

pub fn since_because(day: impl Display, movement: impl Display, reason: impl Display) -> String {
    format!("since {day}: {movement}, because {reason}")
}

pub const A_QUARTERDECK_WORKSPACE: &str = "a Quarterdeck workspace";
pub fn due(text: impl Display, day: impl Display) -> String {
    format!("{text}, by {day}")
}
pub fn delivered(text: impl Display) -> String {
    format!("{text}, done")
}
pub fn delivered_by(text: impl Display, day: impl Display) -> String {
    format!("{text}, by {day}, done")
}
