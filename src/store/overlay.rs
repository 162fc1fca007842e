//! Lays a change over a table that may hold more than the change knows about.

use toml::{Table, Value};

use super::element::{BlockName, Naming, blocks, same};

/// Applies the difference from `before` to `after` to `table`, leaving keys alone that neither of them mentions.
pub(super) fn overlay(table: &mut Table, before: &Table, after: &Table) {
    for key in before.keys().filter(|key| !after.contains_key(*key)) {
        table.remove(key);
    }
    for (key, new) in after {
        let old = before.get(key);
        if old.is_some_and(|old| same(old, new)) {
            continue;
        }
        let laid = match (table.get_mut(key), old, new) {
            (Some(Value::Table(table)), Some(Value::Table(old)), Value::Table(new)) => {
                overlay(table, old, new);
                continue;
            }
            (Some(standing), Some(old), new) => overlay_blocks(standing, old, new),
            _ => None,
        };
        table.insert(key.clone(), laid.unwrap_or_else(|| new.clone()));
    }
}

/// Applies a difference block by block; `None` if one of the three is no list of blocks.
fn overlay_blocks(standing: &Value, before: &Value, after: &Value) -> Option<Value> {
    let (standing, before, after) = (blocks(standing)?, blocks(before)?, blocks(after)?);
    let naming = Naming::of(&[&standing, &before, &after]);
    let [standing, before, after] = [standing, before, after].map(|list| named(naming, &list));
    let mut laid = Vec::new();
    for (name, block) in &standing {
        match (find(&before, name), find(&after, name)) {
            (Some(_), None) => {}
            (None, None) => laid.push(Value::Table(block.clone())),
            (old, Some(new)) => {
                let mut block = block.clone();
                overlay(&mut block, old.unwrap_or(&Table::new()), new);
                laid.push(Value::Table(block));
            }
        }
    }
    let is_new = |(name, block): &&(BlockName, Table)| {
        find(&standing, name).is_none() && find(&before, name).is_none_or(|old| old != block)
    };
    laid.extend(after.iter().filter(is_new).map(|(_, block)| Value::Table(block.clone())));
    Some(Value::Array(laid))
}

fn named(naming: Naming, list: &[&Table]) -> Vec<(BlockName, Table)> {
    naming.names(list).into_iter().zip(list.iter().map(|block| (*block).clone())).collect()
}

fn find<'b>(list: &'b [(BlockName, Table)], name: &BlockName) -> Option<&'b Table> {
    list.iter().find(|(found, _)| found == name).map(|(_, block)| block)
}

#[cfg(test)]
mod tests {
    use super::super::element::{same_table, tests::table};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn laid(table: &str, before: &str, after: &str) -> Table {
        let mut table: Table = table.parse().unwrap();
        overlay(&mut table, &before.parse().unwrap(), &after.parse().unwrap());
        table
    }

    #[test]
    fn keys_the_change_does_not_know_stay() {
        let cases = [
            ("a = 1\nx = 9", "a = 1", "a = 2", "a = 2\nx = 9"),
            ("a = 1\nx = 9", "a = 1", "", "x = 9"),
            ("x = 9", "a = 1", "a = 1", "x = 9"),
            ("[t]\na = 1\nx = 9", "[t]\na = 1", "[t]\na = 2\nb = 3", "[t]\na = 2\nb = 3\nx = 9"),
            (
                "b = [{ id = 'p', x = 9 }, { id = 'q' }]",
                "b = [{ id = 'p' }]",
                "b = [{ id = 'p', n = 1 }, { id = 'r' }]",
                "b = [{ id = 'p', x = 9, n = 1 }, { id = 'q' }, { id = 'r' }]",
            ),
            (
                "b = [{ t = 1, x = 9 }]",
                "b = [{ t = 1 }]",
                "b = [{ t = 2 }, { t = 3 }]",
                "b = [{ t = 2, x = 9 }, { t = 3 }]",
            ),
            (
                "b = [{ id = 'p', x = 9 }, { id = 'q' }]",
                "b = [{ id = 'p' }, { id = 'q' }]",
                "b = [{ id = 'q' }]",
                "b = [{ id = 'q' }]",
            ),
        ];
        for (table, before, after, expected) in cases {
            assert_eq!(laid(table, before, after), expected.parse().unwrap(), "{before} -> {after}");
        }
    }

    /// Sorts keys and blocks, as new blocks go to the end of their array.
    fn sorted(table: &Table) -> Table {
        let sort = |value: &Value| match (blocks(value), value) {
            (Some(list), _) => {
                let mut list: Vec<_> = list.into_iter().map(sorted).collect();
                list.sort_by_key(Table::to_string);
                Value::Array(list.into_iter().map(Value::Table).collect())
            }
            (None, Value::Table(table)) => Value::Table(sorted(table)),
            (None, value) => value.clone(),
        };
        let by_key: BTreeMap<_, _> = table.iter().map(|(key, value)| (key.clone(), sort(value))).collect();
        by_key.into_iter().collect()
    }

    proptest! {
        #[test]
        fn a_change_laid_over_its_own_start_gives_its_end(before in table(), after in table()) {
            let mut table = before.clone();
            overlay(&mut table, &before, &after);
            prop_assert!(same_table(&sorted(&table), &sorted(&after)), "{table}");
        }

        #[test]
        fn no_change_changes_nothing(standing in table(), same in table()) {
            let mut table = standing.clone();
            overlay(&mut table, &same, &same);
            prop_assert!(same_table(&table, &standing));
        }
    }
}
