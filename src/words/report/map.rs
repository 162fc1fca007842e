//! What the map says.

use std::fmt::Display;

pub fn not_read_yet(name: impl Display, level: impl Display) -> String {
    format!("{name}  {level}, not read yet")
}
pub fn no_quarter_beside(name: impl Display, level: impl Display, label: impl Display) -> String {
    format!("{name}  {level}, no quarter beside {label}")
}
pub fn waits_for(asked: impl Display) -> String {
    format!("waits for {asked}")
}
pub fn who_waits_for_us(quarter: impl Display) -> String {
    format!("{quarter} waits for")
}
pub fn one_waits_for_another(quarter: impl Display, asked: impl Display) -> String {
    format!("{quarter} waits for {asked}")
}
pub fn measured_here(name: impl Display, whose: impl Display) -> String {
    format!("measured here: {name}, of {whose}")
}
pub const WHO_WAITS_FOR_WHOM: &str = "Who waits for whom";
pub fn contributes_to(quarter: impl Display, title: impl Display) -> String {
    format!("contributes to {quarter}: {title}")
}
pub fn contributes_to_what_was_dropped(
    quarter: impl Display,
    title: impl Display,
    reason: impl Display,
) -> String {
    format!("contributes to {quarter}: {title}, which was dropped: {reason}")
}
pub fn contributes_to_which_is_not_there(to: impl Display) -> String {
    format!("contributes to {to}, which is not there")
}
pub fn contributes_to_nothing_above(reason: impl Display) -> String {
    format!("contributes to nothing above: {reason}")
}
pub const CONTRIBUTES_TO_NOTHING_ABOVE: &str = "contributes to nothing above, and nobody says why";
pub const LEADING_NOWHERE: &str = "leading nowhere";
pub const WITHOUT_A_LINK: &str = "without a link";
pub fn of_them_open(unsettled: impl Display) -> String {
    format!("{unsettled} of them open")
}
pub const TO_SETTLE: &str = "to settle";
pub const NO_LINKS_YET: &str = "no links yet";
pub const ALL_SETTLED: &str = "all settled";
pub fn map_of(label: impl Display, sum: impl Display) -> String {
    format!("Map of {label}: {sum}")
}
