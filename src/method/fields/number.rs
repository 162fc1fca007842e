//! A number as people type it into a field.

use crate::domain::number::Number;
use crate::domain::quantity::{could_be_thousands, read_in_unit};
use crate::words::method::fields as words;

/// Takes a number in the unit of its measure. A point that could part thousands is refused where no number beside it says that
/// it does not; what stands there already is taken as it is.
pub(super) fn number(
    slot: &mut Option<Number>,
    typed: &str,
    unit: &str,
    beside: Option<Number>,
) -> Result<(), String> {
    let typed = typed.trim();
    if typed.is_empty() {
        *slot = None;
        return Ok(());
    }
    let read = read_in_unit(typed, unit).map_err(|bad| bad.to_string())?;
    if *slot != Some(read) && could_be_thousands(typed, read, unit, beside) {
        return Err(words::could_be_thousands(typed));
    }
    *slot = Some(read);
    Ok(())
}
