//! Compares values by meaning, knows the blocks of an array of tables by name.

use std::collections::HashMap;

use toml::{Table, Value};

/// Tells whether two values mean the same; other than in arithmetic, not-a-number equals itself.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Float(one), Value::Float(other)) if one.is_nan() => other.is_nan(),
        (Value::Table(one), Value::Table(other)) => same_table(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

/// Tells whether two tables hold the same keys with the same values, in whatever order.
pub(super) fn same_table(one: &Table, other: &Table) -> bool {
    one.len() == other.len()
        && one.iter().all(|(key, value)| other.get(key).is_some_and(|found| same(value, found)))
}

/// The elements of an array that consists of tables only; an empty array qualifies.
pub(super) fn blocks(value: &Value) -> Option<Vec<&Table>> {
    value.as_array()?.iter().map(Value::as_table).collect()
}

/// What tells the blocks of one array apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    Id,
    Date,
    Position,
}

/// The name of one block within its array; blocks of the same name are counted.
pub(super) type BlockName = (String, usize);

impl Naming {
    /// Chooses `id` if all blocks of all versions have one, else `date`, else the position.
    pub(super) fn of(versions: &[&[&Table]]) -> Self {
        let all_have = |naming: Self| {
            versions.iter().flat_map(|blocks| blocks.iter()).all(|block| naming.word(block).is_some())
        };
        [Self::Id, Self::Date].into_iter().find(|naming| all_have(*naming)).unwrap_or(Self::Position)
    }

    fn word(self, block: &Table) -> Option<String> {
        match (self, block.get("id"), block.get("date")) {
            (Self::Id, Some(Value::String(id)), _) => Some(id.clone()),
            (Self::Date, _, Some(Value::String(date))) => Some(date.clone()),
            (Self::Date, _, Some(Value::Datetime(date))) => Some(date.to_string()),
            _ => None,
        }
    }

    /// Names the blocks of one version.
    pub(super) fn names(self, blocks: &[&Table]) -> Vec<BlockName> {
        let mut seen = HashMap::new();
        let count = |(index, block): (usize, &&Table)| {
            let word = self.word(block).unwrap_or_else(|| index.to_string());
            let nth: &mut usize = seen.entry(word.clone()).or_default();
            *nth += 1;
            (word, *nth)
        };
        blocks.iter().enumerate().map(count).collect()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any value a document can hold, a few levels deep.
    pub(in crate::store) fn value() -> impl Strategy<Value = Value> {
        scalar().prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
                fields(inner).prop_map(Value::Table)
            ]
        })
    }

    fn scalar() -> impl Strategy<Value = Value> {
        prop_oneof![
            any::<i64>().prop_map(Value::Integer),
            any::<f64>().prop_map(Value::Float),
            any::<bool>().prop_map(Value::Boolean),
            "[a-c \\\\\"'\n\t\u{7f}é]{0,6}".prop_map(Value::String),
            (1_i32..28).prop_map(|day| Value::Datetime(format!("2027-02-{day:02}").parse().unwrap())),
        ]
    }

    fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Table> {
        prop::collection::vec(("[a-d]|é|a\\.b| |\"", value), 0..4)
            .prop_map(|pairs| pairs.into_iter().collect())
    }

    /// Blocks, with ids or without.
    fn block_list() -> impl Strategy<Value = Value> {
        let block = (prop::option::of("[a-e]"), fields(scalar())).prop_map(|(id, mut table)| {
            if let Some(id) = id {
                table.insert("id".into(), id.into());
            }
            Value::Table(table)
        });
        prop::collection::vec(block, 0..4).prop_map(Value::Array)
    }

    /// Any document: a few keys, tables and blocks.
    pub(in crate::store) fn table() -> impl Strategy<Value = Table> {
        let entry = prop_oneof![
            ("[a-e]", value()),
            ("[r-t]", block_list()),
            ("[m-o]", fields(value()).prop_map(Value::Table))
        ];
        prop::collection::vec(entry, 0..6).prop_map(|pairs| pairs.into_iter().collect())
    }

    fn parsed(text: &str) -> Table {
        text.parse().unwrap()
    }

    #[test]
    fn blocks_are_named_by_id_then_date_then_position() {
        let cases = [
            ("[[b]]\nid = 'x'\ndate = 2027-01-01\n[[b]]\nid = 'y'", Naming::Id, "x y"),
            (
                "[[b]]\nid = 'x'\ndate = 2027-01-01\n[[b]]\ndate = 2027-01-02",
                Naming::Date,
                "2027-01-01 2027-01-02",
            ),
            ("[[b]]\nid = 'x'\n[[b]]\ndate = 2027-01-02", Naming::Position, "0 1"),
        ];
        for (text, naming, names) in cases {
            let table = parsed(text);
            let list = blocks(&table["b"]).unwrap();
            assert_eq!(Naming::of(&[&list]), naming);
            let found: Vec<_> = naming.names(&list).into_iter().map(|(word, _)| word).collect();
            assert_eq!(found.join(" "), names);
        }
    }

    #[test]
    fn blocks_of_one_name_are_counted() {
        let table = parsed("[[b]]\nid = 'x'\n[[b]]\nid = 'x'");
        let list = blocks(&table["b"]).unwrap();
        assert_eq!(Naming::Id.names(&list), [("x".to_owned(), 1), ("x".to_owned(), 2)]);
    }

    #[test]
    fn not_a_number_equals_itself() {
        assert!(same_table(&parsed("a = [nan, { b = nan }]"), &parsed("a = [nan, { b = nan }]")));
        assert!(!same_table(&parsed("a = nan"), &parsed("a = 1.0")));
        assert!(!same_table(&parsed("a = 1"), &parsed("a = 1.0")));
    }
}
