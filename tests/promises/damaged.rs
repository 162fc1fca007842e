//! A damaged workspace still opens: in each copy one thing is wrong, of one of many kinds; nothing panics or hangs, what
//! must be told is told with the file's name, and no value is read as another without a word.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::Desk;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::domain::seed::Seed;
use quarterdeck::report::{outline, status};
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::store::check::check;
use quarterdeck::store::problem::{Level, Problem};
use quarterdeck::store::{Store, address_of, record_of};

use crate::forms::everything;
use crate::screens::scene::Player;
use crate::support::tree::files;

/// How long reading a damaged workspace may take before it counts as a hang.
const PATIENCE: Duration = Duration::from_secs(20);

/// A copy in which one thing is being damaged.
struct Copy<'a> {
    root: &'a Path,
    dice: Seed,
}

/// The file that was damaged, relative to the workspace; `None` where the kind found nothing to do.
type Damaged = Option<String>;

/// A kind of damage: its name, whether it must be told, and how it is done.
type Kind = (&'static str, Must, fn(&mut Copy<'_>) -> Damaged);

/// Whether a kind of damage must be told.
#[derive(Clone, Copy, PartialEq)]
enum Must {
    /// It cannot be read as sound.
    Tell,
    /// It may leave something sound.
    May,
}

use Must::{May, Tell};

fn is_record(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "toml")
}

#[expect(clippy::unnecessary_wraps, reason = "what was done is what a kind of damage gives")]
impl Copy<'_> {
    fn throw(&mut self, below: usize) -> usize {
        let letters = self.dice.letters();
        let number = letters
            .bytes()
            .fold(0_usize, |sum, letter| sum.wrapping_mul(31).wrapping_add(usize::from(letter)));
        number % below.max(1)
    }

    /// One of the files with such an ending.
    fn file(&mut self, like: &str) -> Option<String> {
        let all: Vec<String> =
            files(self.root).into_iter().filter(|path| path.contains(like) && is_record(path)).collect();
        let at = self.throw(all.len());
        all.get(at).cloned()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> Damaged {
        let at = self.root.join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes).unwrap();
        Some(path.to_owned())
    }

    /// Changes the bytes of one file.
    fn bytes(&mut self, change: impl FnOnce(&mut Self, &mut Vec<u8>)) -> Damaged {
        let path = self.file("")?;
        let mut bytes = fs::read(self.root.join(&path)).unwrap();
        change(self, &mut bytes);
        self.put(&path, bytes)
    }

    /// Changes one of the lines, that holds such a text, of one of the files of such a name.
    fn line(&mut self, like: &str, holds: &str, change: impl FnOnce(&str) -> String) -> Damaged {
        let fits = |line: &str| line.contains(holds) && !line.is_empty();
        let all: Vec<(String, usize)> = files(self.root)
            .into_iter()
            .filter(|path| path.contains(like) && is_record(path))
            .flat_map(|path| {
                let text = self.text(&path);
                let found: Vec<usize> =
                    text.lines().enumerate().filter(|(_, line)| fits(line)).map(|(at, _)| at).collect();
                found.into_iter().map(move |at| (path.clone(), at))
            })
            .collect();
        let (path, at) = all.get(self.throw(all.len()))?.clone();
        let text = self.text(&path);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[at] = change(&lines[at]);
        self.put(&path, lines.join("\n") + "\n")
    }

    /// Gives one of the values of such a line another one.
    fn value(&mut self, like: &str, key: &str, value: &str) -> Damaged {
        self.line(like, &format!("{key} = "), |line| {
            let (name, _) = line.split_once(" = ").unwrap();
            format!("{name} = {value}")
        })
    }
}

/// All kinds of damage.
const KINDS: &[Kind] = &[
    ("a bit", May, |copy| {
        copy.bytes(|copy, bytes| {
            let at = copy.throw(bytes.len());
            bytes[at] ^= 1 << copy.throw(8);
        })
    }),
    ("a byte less", May, |copy| {
        copy.bytes(|copy, bytes| {
            let at = copy.throw(bytes.len());
            bytes.remove(at);
        })
    }),
    ("a byte more", May, |copy| {
        copy.bytes(|copy, bytes| {
            let at = copy.throw(bytes.len());
            bytes.insert(at, u8::try_from(copy.throw(256)).unwrap());
        })
    }),
    ("cut off", May, |copy| {
        copy.bytes(|copy, bytes| {
            let at = copy.throw(bytes.len());
            bytes.truncate(at);
        })
    }),
    ("a page of zeros", Tell, |copy| {
        copy.bytes(|copy, bytes| {
            let at = copy.throw(bytes.len());
            bytes.splice(at..at, [0; 512]);
        })
    }),
    ("nothing but zeros", Tell, |copy| copy.bytes(|_, bytes| bytes.fill(0))),
    ("empty", May, |copy| copy.bytes(|_, bytes| bytes.clear())),
    ("junk", May, |copy| {
        copy.bytes(|copy, bytes| {
            for byte in bytes.iter_mut() {
                *byte = u8::try_from(copy.throw(256)).unwrap();
            }
        })
    }),
    ("UTF-16", Tell, |copy| {
        copy.bytes(|_, bytes| *bytes = bytes.iter().flat_map(|byte| [*byte, 0]).collect())
    }),
    ("Latin-1", Tell, |copy| copy.bytes(|_, bytes| bytes.extend(b"# caf\xe9\n"))),
    ("a byte order mark", May, |copy| {
        copy.bytes(|_, bytes| {
            bytes.splice(0..0, *b"\xef\xbb\xbf");
        })
    }),
    ("two byte order marks", May, |copy| {
        copy.bytes(|_, bytes| {
            bytes.splice(0..0, *b"\xef\xbb\xbf\xef\xbb\xbf");
        })
    }),
    ("CRLF", May, |copy| {
        let path = copy.file("")?;
        let text = copy.text(&path).replace('\n', "\r\n");
        copy.put(&path, text)
    }),
    ("lone CR", Tell, |copy| {
        let path = copy.file("objective")?;
        let text = copy.text(&path).replace('\n', "\r");
        copy.put(&path, text)
    }),
    ("a line less", May, |copy| {
        let path = copy.file("")?;
        let text = copy.text(&path);
        let at = copy.throw(text.lines().count());
        let kept: Vec<&str> =
            text.lines().enumerate().filter(|(row, _)| *row != at).map(|(_, line)| line).collect();
        copy.put(&path, kept.join("\n") + "\n")
    }),
    ("a line twice", Tell, |copy| copy.line("", " = ", |line| format!("{line}\n{line}"))),
    ("two lines swapped", May, |copy| {
        let path = copy.file("")?;
        let text = copy.text(&path);
        let mut lines: Vec<&str> = text.lines().collect();
        let at = copy.throw(lines.len().saturating_sub(1));
        if at + 1 < lines.len() {
            lines.swap(at, at + 1);
        }
        copy.put(&path, lines.join("\n") + "\n")
    }),
    ("merge markers", Tell, |copy| {
        copy.line("", " = ", |line| format!("<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> theirs"))
    }),
    ("half a merge marker", Tell, |copy| copy.line("", " = ", |line| format!("{line}\n>>>>>>> theirs"))),
    ("a quote less", Tell, |copy| copy.line("", "\"", |line| line.replacen('"', "", 1))),
    ("a bracket less", Tell, |copy| copy.line("", "[", |line| line.replacen('[', "", 1) + " =")),
    ("a misspelt key", Tell, |copy| copy.line("", " = ", |line| format!("x{line}"))),
    ("a key in capitals", Tell, |copy| {
        copy.line("key", "title = ", str::to_uppercase)
            .or_else(|| copy.line("", "name = ", |line| line.replace("name", "NAME")))
    }),
    ("a key nobody knows", Tell, |copy| {
        let path = copy.file("")?;
        let text = format!("nobody-knows = 1\n{}", copy.text(&path));
        copy.put(&path, text)
    }),
    ("a title less", Tell, |copy| copy.line("objectives", "title = ", |_| String::new())),
    ("a number for a text", Tell, |copy| copy.value("", "title", "12")),
    ("a list for a text", Tell, |copy| copy.value("", "title", "[\"a\", \"b\"]")),
    ("a table for a text", Tell, |copy| copy.value("", "title", "{ a = 1 }")),
    ("a text for a number", Tell, |copy| copy.value("objectives", "target", "\"soon\"")),
    ("not a number", Tell, |copy| copy.value("", "baseline", "nan")),
    ("infinity", Tell, |copy| copy.value("", "target", "-inf")),
    ("a number beyond all", Tell, |copy| copy.value("", "target", "1e400")),
    ("an integer beyond all", Tell, |copy| copy.value("", "rank", "99999999999999999999")),
    ("30 February", Tell, |copy| copy.value("", "date", "2027-02-30")),
    ("year 0", Tell, |copy| copy.value("", "date", "0000-01-01")),
    ("a date as a text", Tell, |copy| copy.value("checkins", "date", "\"soon\"")),
    ("a time for a date", Tell, |copy| copy.value("", "date", "10:30:00")),
    ("a word that is none", Tell, |copy| copy.value("retro", "kind", "\"grudge\"")),
    ("a confidence of 101", Tell, |copy| copy.value("checkins", "confidence", "[101]")),
    ("a check-in on nothing", Tell, |copy| copy.value("checkins", "key_result", "\"nobody-knows\"")),
    ("a verdict on nothing", Tell, |copy| {
        let path = "teams/payments/2027-q1/retro/odd.toml";
        copy.put(path, "kind = \"difficulty\"\nkey_result = \"nobody-knows\"\nverdict = \"right\"\ntext = \"x\"\ndate = 2027-02-11\n")
    }),
    ("raw control characters", Tell, |copy| copy.value("", "title", "\"a\u{1b}[2Jb\u{7}\"")),
    ("escaped control characters", May, |copy| copy.value("", "title", "\"a\\u001b[2Jb\\u202e\"")),
    ("a very long word", May, |copy| {
        let word = format!("\"{}\"", "x".repeat(100_000));
        copy.value("", "title", &word)
    }),
    ("over 1 MiB", Tell, |copy| {
        let path = copy.file("")?;
        let text = copy.text(&path) + &"# so long\n".repeat(120_000);
        copy.put(&path, text)
    }),
    ("nested too deep", Tell, |copy| {
        let path = copy.file("")?;
        let text = format!("odd = {}{}\n{}", "[".repeat(200), "]".repeat(200), copy.text(&path));
        copy.put(&path, text)
    }),
    ("dotted too deep", Tell, |copy| {
        let path = copy.file("")?;
        let text = format!("{} = 1\n{}", vec!["a"; 5_000].join("."), copy.text(&path));
        copy.put(&path, text)
    }),
    ("an endless run of brackets", Tell, |copy| {
        let path = copy.file("")?;
        copy.put(&path, "[".repeat(500_000))
    }),
    ("many tables", Tell, |copy| {
        let path = copy.file("")?;
        let text = copy.text(&path) + &"\n[[odd]]\na = 1\n".repeat(3_000);
        copy.put(&path, text)
    }),
    ("a newer format", Tell, |copy| copy.value("okr.toml", "format", "2")),
    ("a format of old", Tell, |copy| copy.value("okr.toml", "format", "0")),
    ("an id as a path", Tell, |copy| {
        copy.put("teams/payments/2027-q1/retro/..odd..toml", "kind = \"lesson\"\n")
            .and_then(|_| copy.put("teams/payments/2027-q1/retro/ODD.toml", "kind = \"lesson\"\n"))
    }),
    ("a name with signs that act", Tell, |copy| {
        copy.put("teams/payments/2027-q1/retro/a\u{1b}[2J\u{202e}.toml", "kind = \"lesson\"\n")
    }),
    ("a foreign file", Tell, |copy| copy.put("teams/payments/notes.md", "hello\n")),
    ("an objective less", Tell, |copy| {
        let path = copy.file("objective.toml")?;
        fs::remove_file(copy.root.join(&path)).unwrap();
        Some(path)
    }),
    ("a cycle less", Tell, |copy| {
        let path = copy.file("cycles/")?;
        fs::remove_file(copy.root.join(&path)).unwrap();
        Some(path)
    }),
    ("a folder for a file", Tell, |copy| {
        let path = copy.file("objectives")?;
        let at = copy.root.join(&path);
        fs::remove_file(&at).unwrap();
        fs::create_dir(at).unwrap();
        Some(path)
    }),
    ("a file for a folder", Tell, |copy| {
        let at = copy.root.join("teams/payments/2027-q1/checkins");
        fs::remove_dir_all(&at).unwrap();
        copy.put("teams/payments/2027-q1/checkins", "hello")
    }),
    ("a parent of itself", Tell, |copy| {
        let path = "teams/payments/team.toml";
        let text = format!("parent = \"payments\"\n{}", copy.text(path));
        copy.put(path, text)
    }),
    ("a parent nobody knows", Tell, |copy| {
        let path = "teams/payments/team.toml";
        let text = format!("parent = \"nobody\"\n{}", copy.text(path));
        copy.put(path, text)
    }),
    #[cfg(unix)]
    ("a link that leads out", Tell, |copy| link(copy, "/etc/passwd")),
    #[cfg(unix)]
    ("a link to nowhere", Tell, |copy| link(copy, "nowhere.toml")),
    #[cfg(unix)]
    ("a link to itself", Tell, |copy| {
        let path = copy.file("objectives")?;
        let name = path.rsplit('/').next().unwrap().to_owned();
        relink(copy, &path, &name)
    }),
    #[cfg(unix)]
    ("a link without an end", Tell, |copy| link(copy, "/dev/zero")),
    #[cfg(unix)]
    ("a pipe", Tell, |copy| {
        let path = copy.file("objectives")?;
        let at = copy.root.join(&path);
        fs::remove_file(&at).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&at).status();
        made.is_ok_and(|made| made.success()).then_some(path)
    }),
];

#[cfg(unix)]
fn link(copy: &mut Copy<'_>, to: &str) -> Damaged {
    let path = copy.file("objectives")?;
    relink(copy, &path, to)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "what was done is what a kind of damage gives")]
fn relink(copy: &Copy<'_>, path: &str, to: &str) -> Damaged {
    let at = copy.root.join(path);
    fs::remove_file(&at).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
    Some(path.to_owned())
}

fn day() -> Day {
    Day::new(2027, 2, 11).unwrap()
}

/// Reads everything a person may look at, and gives the problems.
fn looked_at(root: &Path) -> Result<Vec<Problem>, String> {
    let (store, loaded) = Store::open(root).map_err(|why| why.to_string())?;
    let problems = check(&store, &loaded);
    for cycle in ["2026-q4", "2027-q1", "2027-q2"] {
        let key: QuarterKey = format!("payments/{cycle}").parse().unwrap();
        if let Ok(desk) = Desk::at(&loaded.workspace, &key, day()) {
            let _ = (outline::text(&desk), outline::json(&desk));
            let _ = status::Status::of(desk).text();
        }
        if cycle == "2027-q1" && loaded.workspace.quarters.contains_key(&key) {
            for screen in ScreenName::ALL {
                let _ =
                    Player::of(loaded.workspace.clone(), Some(key.clone()), "2027-02-11").on(*screen).draw();
            }
        }
    }
    Ok(problems)
}

/// The values of a file by their paths, as text.
pub fn values(prefix: &str, value: &toml::Value, found: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| values(&format!("{prefix}.{key}"), value, found));
        }
        toml::Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| values(&format!("{prefix}.{at}"), value, found));
        }
        toml::Value::Float(number) => drop(found.insert(prefix.to_owned(), number.to_string())),
        toml::Value::Integer(number) => {
            #[expect(clippy::cast_precision_loss, reason = "both sides lose the same")]
            drop(found.insert(prefix.to_owned(), (*number as f64).to_string()));
        }
        toml::Value::String(text) => drop(found.insert(prefix.to_owned(), text.clone())),
        other => drop(found.insert(prefix.to_owned(), other.to_string())),
    }
}

/// What a file says and its record does not, or says otherwise, although nobody was told.
fn silent(root: &Path, path: &str) -> Option<String> {
    let text = fs::read_to_string(root.join(path)).ok()?;
    let address = address_of(path)?;
    let said: toml::Value = toml::Value::Table(text.trim_start_matches('\u{feff}').parse().ok()?);
    let record = record_of(&address, &text).ok()?;
    let read: toml::Value = toml::Value::Table(quarterdeck::store::table_of(&record));
    let (mut from, mut to) = (BTreeMap::new(), BTreeMap::new());
    values("", &said, &mut from);
    values("", &read, &mut to);
    // What is left out is read as just this.
    let is_usual =
        |value: &str| matches!(value, "" | "false" | "0" | "change" | "inclusive" | "stretch" | "open");
    let differs = |(key, value): &(&String, &String)| to.get(*key) != Some(*value) && !is_usual(value);
    from.iter()
        .find(differs)
        .map(|(key, value)| format!("{path}: {key} = {value:?} is read as {:?}", to.get(key)))
}

/// One copy with one thing wrong: what is against the promise, if anything is.
fn tried(sound: &Path, (name, must, damage): Kind, number: usize) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    for path in files(sound).into_iter().filter(|path| !path.starts_with(".okr/")) {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(sound.join(&path), to).unwrap();
    }
    let seed =
        name.bytes().fold(number as u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let path = damage(&mut Copy { root: folder.path(), dice: Seed::new(seed) })?;
    let (tell, hear) = channel();
    let root: PathBuf = folder.path().to_owned();
    thread::spawn(move || {
        let looked = catch_unwind(AssertUnwindSafe(|| looked_at(&root)));
        let _ = tell.send(looked);
    });
    let says = |what: String| Some(format!("{name} {number} in {path}: {what}"));
    let problems = match hear.recv_timeout(PATIENCE) {
        Err(_) => return says("it hangs".to_owned()),
        Ok(Err(_)) => return says("it panics".to_owned()),
        Ok(Ok(Err(why))) => return says(format!("it does not open: {why}")),
        Ok(Ok(Ok(problems))) => problems,
    };
    let concerns = |problem: &&Problem| {
        let at = problem.path.to_string_lossy();
        at.starts_with(path.as_str()) || path.starts_with(at.as_ref())
    };
    let of_file: Vec<&Problem> = problems.iter().filter(concerns).collect();
    let is_told = of_file.iter().any(|problem| problem.level >= Level::Note);
    if must == Tell && !is_told {
        return says(format!("nobody is told; told is {problems:?}"));
    }
    if of_file.is_empty() { silent(folder.path(), &path).and_then(says) } else { None }
}

#[test]
fn a_damaged_workspace_still_opens_and_names_the_file() {
    assert!(KINDS.len() >= 40);
    let home = everything();
    assert_eq!(looked_at(&home.work()).unwrap(), []);
    let (sound, each) = (home.work(), super::rounds(4));
    let work = |share: usize| {
        let jobs = (0..each).flat_map(|number| KINDS.iter().map(move |kind| (*kind, number)));
        let own = jobs.enumerate().filter(move |(at, _)| at % 2 == share).map(|(_, job)| job);
        own.filter_map(|(kind, number)| tried(&sound, kind, number)).collect::<Vec<String>>()
    };
    let wrong: Vec<String> = thread::scope(|scope| {
        let other = scope.spawn(|| work(1));
        let mut wrong = work(0);
        wrong.extend(other.join().unwrap());
        wrong
    });
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), each * KINDS.len(), wrong.join("\n"));
}
