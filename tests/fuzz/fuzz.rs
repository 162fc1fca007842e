//! The targets for libFuzzer; `OKR_FUZZ` names the one.

#![no_main]

#[path = "../promises/anything/targets.rs"]
mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<targets::Target> = LazyLock::new(|| {
    let wanted = std::env::var("OKR_FUZZ").unwrap_or_default();
    let found = targets::TARGETS.iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("OKR_FUZZ is one of reader, sentence, merge, keys")).1
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
