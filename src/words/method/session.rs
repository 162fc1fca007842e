//! What a session says.

pub mod ask;
pub mod offers;
pub mod played;
