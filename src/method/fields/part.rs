//! What can be typed about the lines that stand under an objective or a key result.

use super::{ASSUMPTION, DEPENDENCY, Field, INITIATIVE, NEGOTIATION};
use crate::domain::decision::Part;
use crate::domain::dependency::Dependency;
use crate::domain::key_result::Initiative;
use crate::domain::objective::{Assumption, Negotiation};

/// Such a line, with its fields.
pub trait PartFields: Part {
    /// What can be typed about it.
    const FIELDS: &'static [Field<Self>];
}

impl PartFields for Assumption {
    const FIELDS: &'static [Field<Self>] = ASSUMPTION;
}

impl PartFields for Negotiation {
    const FIELDS: &'static [Field<Self>] = NEGOTIATION;
}

impl PartFields for Dependency {
    const FIELDS: &'static [Field<Self>] = DEPENDENCY;
}

impl PartFields for Initiative {
    const FIELDS: &'static [Field<Self>] = INITIATIVE;
}
