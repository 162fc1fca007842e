//! How long parsing, loading, merging, judging, importing and drawing take on a workspace of five teams and twenty quarters each.
//!
//! `cargo bench --bench workspace` measures; `-- --write FOLDER TEAMS QUARTERS` writes a workspace of any size instead.

#![expect(clippy::print_stdout, reason = "a benchmark says what it did")]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group};
use quarterdeck::domain::change::{Address, Record};
use quarterdeck::domain::check_in::Sitting;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decimals::Decimals;
use quarterdeck::domain::decision::Desk;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::method::import::bring;
use quarterdeck::method::lint::Coach;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::colours::{Depth, ThemeName};
use quarterdeck::store::check::check_all;
use quarterdeck::store::merge::merge;
use quarterdeck::store::shares::Count;
use quarterdeck::store::{Loaded, Others, Store, record_of, table_of};
use quarterdeck::tui::glyphs::Glyphs;
use quarterdeck::tui::look::Look;
use quarterdeck::tui::state::State;
use quarterdeck::tui::update::settle;
use quarterdeck::tui::view::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;

/// Makes workspaces.
#[path = "workspace/generator.rs"]
pub mod generator;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, folder, teams, quarters, ..] = given.as_slice()
        && flag == "--write"
        && let (Ok(teams), Ok(quarters)) = (teams.parse(), quarters.parse())
    {
        let files =
            generator::write(Path::new(folder), teams, quarters).expect("the folder can be written to");
        println!("{files} files in {folder}; today is {}", generator::TODAY);
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}

criterion_group!(benches, parsing, loading, merging, judging, importing, drawing);

/// A workspace of five teams and twenty quarters each.
fn workspace() -> (TempDir, Store, Loaded) {
    let folder = tempfile::tempdir().expect("there is room");
    generator::write(folder.path(), 5, 20).expect("a workspace can be written");
    let (store, loaded) = Store::open(folder.path()).expect("it is a workspace");
    (folder, store, loaded)
}

/// The quarter of the first team that runs.
fn here() -> QuarterKey {
    let team = generator::team_id(0).parse().expect("an id");
    QuarterKey { team, cycle: generator::NOW.parse().expect("an id") }
}

fn today() -> Day {
    Day::parse(generator::TODAY, Day::new(2027, 1, 1).expect("a day")).expect("a day")
}

fn parsing(criterion: &mut Criterion) {
    let (_folder, store, loaded) = workspace();
    let records = loaded.workspace.quarters[&here()].records();
    let one =
        |is: fn(&Address) -> bool| records.iter().map(|(at, _)| at).find(|at| is(at)).expect("there is one");
    for (kind, at) in [
        ("frame", one(|at| matches!(at, Address::Frame(_)))),
        ("key result", one(|at| matches!(at, Address::KeyResult(..)))),
        ("check-in", one(|at| matches!(at, Address::Sitting(..)))),
    ] {
        let text = store.text(at).expect("it was just read").expect("it is there");
        criterion.bench_function(&format!("parse: {kind}"), |bencher| {
            bencher.iter(|| record_of(at, black_box(&text)));
        });
    }
}

fn loading(criterion: &mut Criterion) {
    let (_folder, store, _) = workspace();
    let team = here().team;
    criterion.bench_function("load: a team of twenty quarters", |bencher| {
        bencher
            .iter(|| store.load_team(black_box(&team), None, Others::Concerned).expect("it is a workspace"));
    });
    criterion.bench_function("load: five teams of twenty quarters", |bencher| {
        bencher.iter(|| store.load().expect("it is a workspace"));
    });
    criterion.bench_function("check: five teams of twenty quarters", |bencher| {
        bencher.iter(|| check_all(&store, &Count::default()).expect("it is a workspace"));
    });
}

fn merging(criterion: &mut Criterion) {
    let (_folder, _, loaded) = workspace();
    let quarter = &loaded.workspace.quarters[&here()];
    let (_, key_result) = quarter.key_results().next().expect("there is one");
    let base = table_of(&Record::KeyResult(key_result.clone()));
    let mut mine = base.clone();
    mine.insert("title".to_owned(), "Mine".into());
    let mut theirs = base.clone();
    theirs.insert("contact".to_owned(), "Theirs".into());
    criterion.bench_function("merge: a key result changed on both sides", |bencher| {
        bencher.iter(|| merge(black_box(&base), black_box(&mine), black_box(&theirs)));
    });
}

fn judging(criterion: &mut Criterion) {
    let (_folder, _, loaded) = workspace();
    let quarter = &loaded.workspace.quarters[&here()];
    criterion.bench_function("progress: a quarter of twelve key results", |bencher| {
        bencher.iter(|| {
            quarter.key_results().map(|(_, one)| quarter.progress(black_box(one))).collect::<Vec<_>>()
        });
    });
    let desk = Desk::at(&loaded.workspace, &here(), today()).expect("the quarter is there");
    criterion.bench_function("coach: a quarter of twelve key results", |bencher| {
        bencher.iter(|| Coach::at(black_box(&desk)).all());
    });
}

/// A row of a long table takes as long as one of a short one.
fn importing(criterion: &mut Criterion) {
    let (_folder, _, loaded) = workspace();
    let desk = Desk::at(&loaded.workspace, &here(), today()).expect("the quarter is there");
    let objective = &desk.quarter.live_objectives().next().expect("there is one").title;
    let columns = [Some("objective"), Some("key_result")];
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    for count in [100_u32, 1_000, 10_000] {
        let row = |at| vec![objective.clone(), format!("Lost sign-ins of kind {at} from 40 to 10 a month")];
        let rows: Vec<Vec<String>> = (0..count).map(row).collect();
        group.throughput(Throughput::Elements(count.into()));
        group.bench_function(format!("{count} key results"), |bencher| {
            bencher.iter(|| bring(&desk, (black_box(&rows), Decimals::Point), &columns, &mut Seed::new(1)));
        });
    }
}

fn drawing(criterion: &mut Criterion) {
    let (_folder, _, loaded) = workspace();
    let look = Look::new(ThemeName::Dark, Depth::Rgb, &Glyphs::UNICODE);
    let area = Rect::new(0, 0, 120, 40);
    for (workspace, said) in [(loaded.workspace.clone(), ""), (much_said(loaded.workspace), ", much said")] {
        for screen in ScreenName::ALL {
            let mut state = State::new(workspace.clone(), Some(here()), today(), look.clone());
            state.size = area.as_size();
            state.screen = *screen;
            settle(&mut state);
            let mut buffer = Buffer::empty(area);
            criterion.bench_function(&format!("draw: {}{said}", screen.title()), |bencher| {
                bencher.iter(|| view(black_box(&state), area, &mut buffer));
            });
        }
    }
}

/// The same, in whose quarter a hundred times as many have said what they said: each sitting is there 101 times.
fn much_said(mut workspace: Workspace) -> Workspace {
    let quarter = workspace.quarters.get_mut(&here()).expect("it is there");
    let once = quarter.sittings.clone();
    for (copy, sitting) in (0..100).flat_map(|copy| once.iter().map(move |sitting| (copy, sitting))) {
        let id = format!("{}-{copy}", sitting.id).parse().expect("an id");
        quarter.sittings.push(Sitting { id, ..sitting.clone() });
    }
    workspace
}
