//! What the commands say.

pub mod add;
pub mod anywhere;
pub mod check_ins;
pub mod closing;
pub mod doctor;
pub mod export;
pub mod help;
pub mod lint;
pub mod sync;
