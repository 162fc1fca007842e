//! Whatever bytes come in, nothing panics: the reader, the sentence reader, the merge and the keys, with true texts that are
//! changed at random. `tests/fuzz` runs the same for hours.

pub mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use quarterdeck::domain::seed::Seed;

use crate::support::tree::files;
use targets::{TARGETS, kind_of};

fn below(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// True texts to begin with, and what was found to be hard before.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let sample = below("assets/example");
    let texts =
        || files(&sample).into_iter().map(|path| (fs::read_to_string(sample.join(&path)).unwrap(), path));
    let mut seeds: Vec<Vec<u8>> = match target {
        "reader" => {
            texts().filter_map(|(text, path)| Some([&[kind_of(&path)?], text.as_bytes()].concat())).collect()
        }
        "merge" => texts().map(|(text, _)| format!("{text}\0{text}\0{text}").into_bytes()).collect(),
        "sentence" => {
            let corpus = fs::read_to_string(below("tests/corpus/keyresults.jsonl")).unwrap();
            corpus.lines().map(|line| line.as_bytes().to_vec()).collect()
        }
        _ => ["jj<enter>0.7<tab>", "<ctrl-s><shift-tab><lt>", "g g", "<f12>é<ctrl-é>"]
            .map(|keys| keys.as_bytes().to_vec())
            .into(),
    };
    let kept = below("tests/fuzz/corpus").join(target);
    seeds.extend(
        fs::read_dir(kept).into_iter().flatten().flatten().map(|file| fs::read(file.path()).unwrap()),
    );
    seeds
}

/// A number below another.
fn throw(dice: &mut Seed, below: usize) -> usize {
    let letters = dice.letters();
    letters.bytes().fold(0, |sum: usize, letter| sum.wrapping_mul(131).wrapping_add(usize::from(letter)))
        % below.max(1)
}

/// Changes a text in one place: a byte, a stretch that goes or comes twice, or a piece of another text.
fn changed(text: &mut Vec<u8>, other: &[u8], dice: &mut Seed) {
    let (from, to) = (throw(dice, text.len() + 1), throw(dice, text.len() + 1));
    let stretch = from.min(to)..from.max(to).min(from.min(to) + 40);
    match throw(dice, 6) {
        0 => drop(text.drain(stretch)),
        1 => {
            let twice = text[stretch].to_vec();
            text.splice(from..from, twice);
        }
        2 => {
            let (start, length) = (throw(dice, other.len() + 1), throw(dice, 60));
            let piece = other[start..].iter().take(length).copied().collect::<Vec<u8>>();
            text.splice(from..from, piece);
        }
        3 => {
            let hard = [
                "\"\"\"",
                "\u{feff}",
                "\r\n",
                "[[",
                "]]",
                "{",
                "nan",
                "1e400",
                "\u{202e}",
                "\\u0000",
                "0000-00-00",
                "%",
            ];
            text.splice(from..from, hard[throw(dice, hard.len())].bytes());
        }
        4 => text.insert(from, u8::try_from(throw(dice, 256)).unwrap()),
        _ => {
            if let Some(byte) = text.get_mut(from) {
                *byte ^= 1 << throw(dice, 8);
            }
        }
    }
}

#[test]
fn no_text_makes_anything_panic() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        let mut dice = Seed::new(name.len() as u64);
        for seed in &seeds {
            target(seed);
        }
        for _ in 0..super::rounds(250) {
            let mut text = seeds[throw(&mut dice, seeds.len())].clone();
            for _ in 0..=throw(&mut dice, 5) {
                let other = throw(&mut dice, seeds.len());
                changed(&mut text, &seeds[other], &mut dice);
            }
            target(&text);
        }
    }
}
