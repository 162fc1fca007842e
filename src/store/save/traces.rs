//! What files held before a change and after it: taken back, each gets its bytes again, comments and all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// The most bytes that are kept of one change; of a larger one only what the records say is taken back.
const MOST: usize = 1 << 20;

/// What one file held before a change and after it; nothing where it did not exist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Trace {
    from: Option<String>,
    to: Option<String>,
}

/// The files of one change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::store) struct Traces(BTreeMap<PathBuf, Trace>);

impl Traces {
    /// Those of no file.
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Those of one file.
    pub(in crate::store) fn of(path: &Path, from: &str, to: &str) -> Self {
        let mut traces = Self::default();
        traces.note(path, Some(from), Some(to));
        traces
    }

    /// Notes what became of a file; what it held first stays what it held before.
    pub(in crate::store) fn note(&mut self, path: &Path, from: Option<&str>, to: Option<&str>) {
        let begun = Trace { from: from.map(str::to_owned), to: None };
        self.0.entry(path.to_owned()).or_insert(begun).to = to.map(str::to_owned);
    }

    /// The same file by another name.
    pub(in crate::store) fn rename(&mut self, from: &Path, to: PathBuf) {
        if let Some(trace) = self.0.remove(from) {
            self.0.insert(to, trace);
        }
    }

    /// The other way round.
    pub(in crate::store) fn inverse(self) -> Self {
        let turned = |(path, Trace { from, to })| (path, Trace { from: to, to: from });
        Self(self.0.into_iter().map(turned).collect())
    }

    /// What is to stand in the second file, where the first holds what it held then.
    pub(in crate::store) fn after(&self, (from, holds): (&Path, Option<&str>), to: &Path) -> Option<&str> {
        let held = self.0.get(from)?;
        (held.from.as_deref() == holds).then(|| self.0.get(to)?.to.as_deref()).flatten()
    }

    /// As they are kept; nothing where they are too long.
    pub(in crate::store) fn table(&self) -> Option<Value> {
        let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        let length: usize = self.0.values().map(|trace| text(&trace.from) + text(&trace.to)).sum();
        let row = |(path, trace): (&PathBuf, &Trace)| {
            let path = Some(path.to_str()?.to_owned());
            let all = [("path", path), ("from", trace.from.clone()), ("to", trace.to.clone())];
            let row = all.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.into())));
            Some(Value::Table(row.collect()))
        };
        let rows: Option<Vec<Value>> = (length <= MOST).then(|| self.0.iter().map(row).collect())?;
        rows.map(Value::Array)
    }

    /// As they were kept; what is not understood is left out.
    pub(in crate::store) fn read(value: Option<&Value>) -> Self {
        let text = |row: &Table, name: &str| Some(row.get(name)?.as_str()?.to_owned());
        let rows = value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
        let trace = |row: &Table| {
            Some((PathBuf::from(text(row, "path")?), Trace { from: text(row, "from"), to: text(row, "to") }))
        };
        Self(rows.filter_map(trace).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_kept_is_read_again_and_twice_the_other_way_round_is_the_same(
            all in prop::collection::btree_map("[a-z/]{1,9}", (prop::option::of(".*"), prop::option::of(".*")), 0..4),
        ) {
            let mut traces = Traces::default();
            for (path, (from, to)) in &all {
                traces.note(Path::new(path), from.as_deref(), to.as_deref());
            }
            let kept = traces.table();
            prop_assert_eq!(&Traces::read(kept.as_ref()), &traces);
            prop_assert_eq!(traces.clone().inverse().inverse(), traces);
        }
    }

    #[test]
    fn of_two_writes_the_first_from_and_the_last_to_count() {
        let path = Path::new("a.toml");
        let mut traces = Traces::of(path, "1", "2");
        traces.note(path, Some("2"), Some("3"));
        assert_eq!(traces.after((path, Some("1")), path), Some("3"));
        assert_eq!(traces.after((path, Some("2")), path), None);
        assert_eq!(traces.inverse().after((path, Some("3")), path), Some("1"));
    }

    #[test]
    fn what_is_too_long_is_not_kept() {
        assert_eq!(Traces::of(Path::new("a.toml"), "", &"x".repeat(MOST + 1)).table(), None);
    }
}
