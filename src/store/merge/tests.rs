//! Two sides of a record come together, field by field.

mod typed;

use super::super::element::same_table;
use super::super::element::tests::table;
use super::*;
use proptest::prelude::*;

fn parsed(text: &str) -> Table {
    text.parse().unwrap()
}

fn merged(base: &str, mine: &str, theirs: &str) -> Merged {
    merge(&parsed(base), &parsed(mine), &parsed(theirs))
}

#[test]
fn changes_of_different_fields_are_both_kept() {
    let cases = [
        ("a = 1\nb = 2", "a = 9\nb = 2", "a = 1\nb = 8", "a = 9\nb = 8"),
        ("a = 1\nb = 2", "b = 2", "a = 1\nb = 2\nc = 3", "b = 2\nc = 3"),
        ("[m]\nx = 1\ny = 1", "[m]\nx = 2\ny = 1", "[m]\nx = 1\ny = 1\nz = 3", "[m]\nx = 2\ny = 1\nz = 3"),
        ("", "[m]\nx = 1", "[m]\ny = 2", "[m]\nx = 1\ny = 2"),
        ("p = ['a']", "p = ['a', 'b']", "p = ['c', 'a']", "p = ['c', 'a', 'b']"),
        ("", "p = ['a', 'b']", "p = ['b']", "p = ['b', 'a']"),
        (
            "[[r]]\nid='a'",
            "[[r]]\nid='a'\n[[r]]\nid='b'",
            "[[r]]\nid='a'\n[[r]]\nid='c'",
            "r=[{id='a'},{id='c'},{id='b'}]",
        ),
        (
            "r=[{date=2027-01-01,n=1,m=1}]",
            "r=[{date=2027-01-01,n=2,m=1}]",
            "r=[{date=2027-01-01,n=1,m=2}]",
            "r=[{date=2027-01-01,n=2,m=2}]",
        ),
        ("r=[{id='a'},{id='b'}]", "r=[{id='b'}]", "r=[{id='a'},{id='b',n=1}]", "r=[{id='b',n=1}]"),
        ("r=[{n=1}]", "r=[{n=1},{n=2}]", "r=[{n=1},{n=3}]", "r=[{n=1},{n=3},{n=2}]"),
        ("r=[{id='a'}]", "", "r=[{id='a'},{id='b'}]", "r=[{id='b'}]"),
        ("r=[{id='a'}]", "r=[{id='a'},{id='b'}]", "", "r=[{id='b'}]"),
        ("r=[{id='a'},{id='b'}]", "", "r=[{id='a'}]", ""),
        ("r=[]", "", "r=['b']", "r=['b']"),
        ("p = ['a', 'b']", "p = ['b']", "p = ['a', 'b', 'c']", "p = ['b', 'c']"),
        ("p = ['a', 'b']", "p = ['c', 'a', 'b']", "p = ['b']", "p = ['b', 'c']"),
        ("p = ['a', 'b']", "p = ['b']", "p = ['a']", "p = []"),
        ("p = ['a']", "", "p = ['a', 'b']", "p = ['b']"),
        ("p = ['a']", "p = ['b']", "p = ['c']", "p = ['c', 'b']"),
    ];
    for (base, mine, theirs, expected) in cases {
        let Merged { table, clashes } = merged(base, mine, theirs);
        assert_eq!((table, clashes), (parsed(expected), vec![]), "{mine} | {theirs}");
    }
}

#[test]
fn one_field_set_differently_clashes_and_theirs_stays() {
    let cases = [
        ("a = 1", "a = 2", "a = 3", "a", "a = 3"),
        ("", "a = 2", "a = 3", "a", "a = 3"),
        ("a = 1", "", "a = 3", "a", "a = 3"),
        ("a = 1", "a = 2", "", "a", ""),
        ("[m]\nt = 1", "[m]\nt = 2", "[m]\nt = 3", "m.t", "[m]\nt = 3"),
        ("[m]\nt = 1", "m = 2", "[m]\nt = 3", "m", "[m]\nt = 3"),
        ("p = [1, 2]", "p = [1]", "p = [1, 2, 3]", "p", "p = [1, 2, 3]"),
        ("r=[{id='a',n=1}]", "r=[{id='a',n=2}]", "r=[{id='a',n=3}]", "r[a].n", "r=[{id='a',n=3}]"),
        ("r=[{id='a',n=1}]", "r=[]", "r=[{id='a',n=3}]", "r[a]", "r=[{id='a',n=3}]"),
        ("r=[{id='a',n=1}]", "r=[{id='a',n=2}]", "r=[]", "r[a]", "r=[]"),
        ("r=[{id='a',n=1}]", "", "r=[{id='a',n=2}]", "r[a]", "r=[{id='a',n=2}]"),
        ("", "r=[{id='a',n=2}]", "r=[{id='a',m=2}]", "r[a]", "r=[{id='a',m=2}]"),
        ("r=[{n=1}]", "r=[{n=2}]", "r=[{n=3}]", "r", "r=[{n=3}]"),
    ];
    for (base, mine, theirs, path, expected) in cases {
        let Merged { table, clashes } = merged(base, mine, theirs);
        assert_eq!(table, parsed(expected), "{mine} | {theirs}");
        let paths: Vec<_> = clashes.iter().map(|clash| clash.path.as_str()).collect();
        assert_eq!(paths, [path], "{mine} | {theirs}");
    }
}

#[test]
fn what_means_something_only_together_is_taken_from_one_side() {
    let per_week = "[measure]\ntarget=40\nunit='per week'";
    let days = "[measure]\nbaseline=6.5\ntarget=2\nunit='days'";
    let score = "reading=30\nscore=0.4\ntells_us='a'";
    for (base, mine, theirs, paths) in [
        (
            per_week,
            "[measure]\ntarget=40\nunit='per month'",
            "[measure]\ntarget=30\nbaseline=60\nunit='per week'",
            &["measure.unit", "measure.baseline", "measure.target"][..],
        ),
        (
            days,
            "[measure]\nbaseline=156\ntarget=48\nunit='h'",
            "[measure]\nbaseline=6.5\ntarget=3\nunit='days'",
            &["measure.unit", "measure.baseline", "measure.target"],
        ),
        (
            "",
            "[measure]\nbaseline=156\nunit='h'",
            "[measure]\ntarget=3\nunit='days'",
            &["measure.unit", "measure.baseline", "measure.target"],
        ),
        (
            score,
            &score.replace("30", "20").replace("0.4", "0.8"),
            &score.replace("30", "31"),
            &["reading", "score"],
        ),
        (score, &format!("{score}\nreason='b'"), &score.replace("0.4", "0.7"), &["score", "reason"]),
        (score, &score.replace("'a'", "'b'"), &score.replace("30", "31"), &["reading", "tells_us"]),
    ] {
        let Merged { table, clashes } = merged(base, mine, theirs);
        assert_eq!(table, parsed(theirs), "{mine} | {theirs}");
        assert_eq!(clashes.iter().map(|clash| clash.path.as_str()).collect::<Vec<_>>(), paths);
        assert_eq!(merged(base, theirs, mine).table, parsed(mine), "mine, after all");
    }
    for (base, mine, theirs, expected) in [
        ("[measure]", "[measure]\nunit='h'", "[measure]\ntarget=3", "[measure]\nunit='h'\ntarget=3"),
        (
            days,
            &days.replace("6.5", "7"),
            &days.replace("=2", "=3"),
            &days.replace("6.5", "7").replace("=2", "=3"),
        ),
        (
            score,
            &format!("{score}\nwork_done='yes'"),
            &score.replace("30", "31"),
            &format!("{}\nwork_done='yes'", score.replace("30", "31")),
        ),
        ("reading=30", "reading=30\nscore=0.4", "reading=30\ntells_us='a'", score),
        (
            "",
            "[alignment]\nours='no'\nreason='a'",
            "[alignment]\nabove='yes'",
            "[alignment]\nours='no'\nreason='a'\nabove='yes'",
        ),
        ("", "[mid_quarter]\ntold='a'", "[mid_quarter]\nfreed='b'", "[mid_quarter]\ntold='a'\nfreed='b'"),
    ] {
        let Merged { table, clashes } = merged(base, mine, theirs);
        assert_eq!((table, clashes), (parsed(expected), vec![]), "{mine} | {theirs}");
    }
}

#[test]
fn a_decision_is_one_value_with_what_was_said_of_it() {
    for (base, mine, theirs, paths) in [
        (
            "reading=30",
            "reading=30\nscore=0.4\ntells_us='a'",
            "reading=30\nreads_later='2027-q2'",
            &["score", "reads_later", "tells_us"][..],
        ),
        (
            "reading=30\nscore=0.5\nprovisional=true",
            "reading=30\nreads_later='2027-q2'",
            "reading=20\nscore=0.7",
            &["reading", "score", "reads_later"],
        ),
        (
            "[guardrail]\nmetric='ttfb'\nunit='ms'\nstart=830",
            "[guardrail]\nmetric='ttfb'\nunit='ms'\nstart=820",
            "[guardrail]\nmetric='ttfb'\nunit='s'\nstart=0.83",
            &["guardrail.unit", "guardrail.start"],
        ),
        (
            "[guardrail]\nmetric='ttfb'\nunit='ms'\nstart=830",
            "",
            "[guardrail]\nmetric='ttfb'\nunit='ms'\nstart=820",
            &["guardrail.unit", "guardrail.metric", "guardrail.start"],
        ),
        (
            "",
            "[measure]\nunit='s'\nbaseline=1",
            "[measure]\nbaseline=2",
            &["measure.unit", "measure.baseline"],
        ),
        (
            "[measure]\nkind='change'\nbaseline=42\ntarget=15",
            "[measure]\nkind='change'\nbaseline=42\ntarget=10",
            "[measure]\nkind='at-most'\nceiling=15",
            &["measure.kind", "measure.baseline", "measure.target", "measure.ceiling"],
        ),
        (
            "[measure]",
            "[measure]\nmetric='a'\nbaseline=5",
            "[measure]\nmetric='b'",
            &["measure.metric", "measure.baseline"],
        ),
        ("difficulty='right'", "difficulty='easy'\ntext='a'", "difficulty='hard'", &["difficulty", "text"]),
        (
            "",
            "[mid_quarter]\nverdict='change'\nreason='a'",
            "[mid_quarter]\nverdict='keep'",
            &["mid_quarter.verdict", "mid_quarter.reason"],
        ),
        ("", "[mid_quarter]\nverdict='keep'", "[dropped]\nreason='a'", &["mid_quarter.verdict", "dropped"]),
        (
            "[alignment]\nabove='yes'",
            "[alignment]\nabove='yes'\nours='no'\nreason='a'",
            "[alignment]\nabove='yes'\nours='yes'",
            &["alignment.ours", "alignment.reason"],
        ),
        (
            "",
            "contributes_to='a'\ncontribution='x'",
            "contributes_to='b'",
            &["contributes_to", "contribution"],
        ),
        (
            "answer=[{id='a',state='open'}]",
            "answer=[{id='a',state='agreed',says='in March'}]",
            "answer=[{id='a',state='refused'}]",
            &["answer[a].state", "answer[a].says"],
        ),
        (
            "dependency=[{id='a',team='Iden',state='open'}]",
            "dependency=[{id='a',team='Iden',state='agreed'}]",
            "dependency=[{id='a',team='Platform',state='open'}]",
            &["dependency[a].team", "dependency[a].state"],
        ),
        ("", "fist=[3,3,4]", "fist=[1,3,5]", &["fist"]),
        ("tone=[3]", "tone=[3,4]", "tone=[3,3]", &["tone"]),
    ] {
        let Merged { table, clashes } = merged(base, mine, theirs);
        assert_eq!(table, parsed(theirs), "{mine} | {theirs}");
        assert_eq!(clashes.iter().map(|clash| clash.path.as_str()).collect::<Vec<_>>(), paths);
        assert_eq!(merged(base, theirs, mine).table, parsed(mine), "mine, after all");
    }
}

#[test]
fn a_clash_keeps_all_three_values() {
    let clash = &merged("a = 1", "a = 2", "").clashes[0];
    assert_eq!(
        (&clash.base, &clash.mine, &clash.theirs),
        (&Some(Value::Integer(1)), &Some(Value::Integer(2)), &None)
    );
}

#[test]
fn a_frozen_definition_is_one_thing() {
    let base = "title='a'\nrank=1\n[measure]\ntarget=1\nscope='x'\n[[revision]]\ndate=2027-01-01\ntarget=1";
    let aimed = base
        .replace("target=1", "target=2")
        .replace("2027-01-01", "2027-01-01\ntarget=1\n[[revision]]\ndate=2027-02-01");
    let scoped = base.replace("'x'", "'y'");
    let Merged { table, clashes } = merged(base, &aimed, &scoped.replace("rank=1", "rank=2"));
    let paths: Vec<_> = clashes.iter().map(|clash| clash.path.as_str()).collect();
    assert_eq!(paths, ["measure.target", "measure.scope"]);
    assert_eq!(table, parsed(&scoped.replace("rank=1", "rank=2")), "theirs stays whole");
    let alone = merged(base, &aimed, &base.replace("rank=1", "rank=2"));
    assert_eq!((alone.table, alone.clashes), (parsed(&aimed.replace("rank=1", "rank=2")), vec![]));
    assert_eq!(merged(base, &aimed, &aimed).clashes, []);
    let draft = base.split("[[revision]]").next().unwrap();
    let frozen = format!("{draft}[[revision]]\ndate=2027-01-01\ntarget=1");
    assert_eq!(
        merged(draft, &draft.replace("target=1", "target=3"), &frozen).clashes[0].path,
        "measure.target"
    );
}

#[test]
fn two_revisions_of_different_fields_both_hold() {
    let first = "[[revision]]\ndate=2027-01-01\ntitle='a'\nreason='committed'\nmeasure={target=1,due=1}\n";
    let base = format!("title='a'\n[measure]\ntarget=1\ndue=1\n{first}");
    let revised = |day: &str, why: &str, measure: &str| {
        format!(
            "title='a'\nmeasure={{{measure}}}\n{first}[[revision]]\ndate={day}\ntitle='a'\nreason='{why}'\nmeasure={{{measure}}}"
        )
    };
    let aimed = revised("2027-02-03", "theirs", "target=2,due=1");
    let due = revised("2027-02-01", "mine", "target=1,due=3");
    let both = "[[revision]]\ndate=2027-02-03\ntitle='a'\nreason='mine'\nmeasure={target=2,due=3}";
    let expected = format!("{}\n{both}", aimed.replacen("target=2,due=1", "target=2,due=3", 1));
    assert_eq!(merged(&base, &due, &aimed), Merged { table: parsed(&expected), clashes: vec![] });
    // Mine set both fields: only the one that theirs set too is to be picked.
    let more = revised("2027-02-04", "mine", "target=3,due=3");
    let clashing = merged(&base, &more, &aimed);
    let paths: Vec<_> = clashing.clashes.iter().map(|clash| clash.path.as_str()).collect();
    assert_eq!((paths.as_slice(), clashing.table), (&["measure.target"][..], parsed(&aimed)));
    let over = picked_over(&parsed(&base), &parsed(&aimed), &parsed(&due));
    assert_eq!(over, parsed(&expected));
    assert_eq!(picked_over(&parsed(&base), &over, &parsed(&due)), over, "it is told once");
    // Two froze a draft of which one had set another target: what the other froze is picked, though they had changed nothing.
    let draft = parsed("title='a'\n[measure]\ntarget=1\ndue=1");
    let aimed = parsed(&base.replace("target=1", "target=3"));
    let over = picked_over(&draft, &aimed, &parsed(&base));
    assert_eq!((&over["measure"], revisions(&over)), (&parsed(&base)["measure"], 2), "{over}");
    assert_eq!(picked_over(&draft, &over, &parsed(&base)), over, "it is told once");
}

#[test]
fn two_new_blocks_of_one_date_clash_and_lose_nothing() {
    let merged = merged("", "r=[{date=2027-01-01,n=1}]", "r=[{date=2027-01-01,n=2}]");
    assert_eq!(merged.clashes[0].path, "r[2027-01-01]");
    assert!(merged.clashes[0].mine.is_some());
}

fn revisions(key_result: &Table) -> usize {
    key_result["revision"].as_array().map_or(0, Vec::len)
}

/// Puts `edits` into those keys of `base` that belong to one side.
fn edited(base: &Table, edits: &Table, side: usize) -> Table {
    let belongs = |key: &str| key.bytes().map(usize::from).sum::<usize>() % 2 == side;
    let kept = base.iter().filter(|(key, _)| !belongs(key));
    kept.chain(edits.iter().filter(|(key, _)| belongs(key)))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

fn people() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set("[a-f]", 0..5).prop_map(|names| names.into_iter().collect()).prop_shuffle()
}

proptest! {
    #[test]
    fn of_a_list_of_texts_what_went_is_gone_and_what_came_is_there(
        base in people(), mine in people(), theirs in people()
    ) {
        let list = |names: &[String]| {
            let names = names.iter().cloned().map(Value::String).collect();
            Table::from_iter([("people".to_owned(), Value::Array(names))])
        };
        let Merged { table, clashes } = merge(&list(&base), &list(&mine), &list(&theirs));
        prop_assert!(clashes.is_empty());
        let merged: Vec<String> = table["people"].clone().try_into().unwrap();
        for name in ["a", "b", "c", "d", "e", "f"].map(str::to_owned) {
            let [was, here, there] = [&base, &mine, &theirs].map(|names| names.contains(&name));
            let stands = if was { here && there } else { here || there };
            prop_assert_eq!(merged.iter().filter(|one| **one == name).count(), usize::from(stands), "{}", name);
        }
        if mine != base && theirs != base {
            let of_theirs: Vec<_> = theirs.iter().filter(|name| merged.contains(name)).collect();
            let new: Vec<_> = mine.iter().filter(|name| merged.contains(name) && !theirs.contains(name)).collect();
            prop_assert_eq!(merged.iter().collect::<Vec<_>>(), [of_theirs, new].concat());
        }
    }

    #[test]
    fn one_side_alone_is_taken_as_it_is(base in table(), side in table()) {
        for merged in [merge(&base, &side, &base), merge(&base, &base, &side), merge(&base, &side, &side)] {
            prop_assert!(merged.clashes.is_empty());
            prop_assert!(same_table(&merged.table, &side));
        }
    }

    #[test]
    fn edits_of_different_fields_never_clash(base in table(), one in table(), other in table()) {
        let (mine, theirs) = (edited(&base, &one, 0), edited(&base, &other, 1));
        let there = merge(&base, &mine, &theirs);
        let back = merge(&base, &theirs, &mine);
        prop_assert!(there.clashes.is_empty() && back.clashes.is_empty());
        prop_assert!(same_table(&there.table, &back.table));
        prop_assert!(same_table(&there.table, &edited(&mine, &theirs, 1)));
    }

    #[test]
    fn clashes_are_the_same_from_both_sides(base in table(), mine in table(), theirs in table()) {
        let paths = |merged: Merged| {
            let mut paths: Vec<_> = merged.clashes.into_iter().map(|clash| clash.path).collect();
            paths.sort();
            paths
        };
        prop_assert_eq!(paths(merge(&base, &mine, &theirs)), paths(merge(&base, &theirs, &mine)));
    }
}
