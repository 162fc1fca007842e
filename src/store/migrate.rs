//! Brings the files of an older format to the one this version writes, step by step.
//!
//! There is one format so far, so the table of steps is empty: it is here so that the first change of the format finds the
//! way tried. A step changes the text of one file at a time, keeps comments and unknown keys, and leaves alone what it has
//! changed already: the format in `okr.toml` is written last, so that a migration that was cut off is simply begun again.

use std::path::{Path, PathBuf};

use toml::Table;

use super::lock::Lock;
use super::patch::patch;
use super::place::Position;
use super::problem::Problem;
use super::save::Obstacle;
use super::walk::walk_all;
use super::{Store, layout, record, source, write};
use crate::domain::change::{Address, Record};
use crate::domain::team::FORMAT;
use crate::words::store::reading as words;

/// One step from a format to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The format it begins with; it ends with the next.
    pub from: i64,
    /// What becomes otherwise, in a sentence.
    pub says: &'static str,
    /// Changes the file of a record.
    pub change: fn(&Address, &mut Table),
}

/// The steps there are, oldest first.
pub const STEPS: &[Step] = &[];

/// What a migration comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The format of the files as they stand.
    pub from: i64,
    /// The format they are brought to.
    pub to: i64,
    /// What becomes otherwise.
    pub says: Vec<&'static str>,
    /// The files that change, `okr.toml` last.
    pub files: Vec<PathBuf>,
}

impl Store {
    /// Brings the files to the newest format; where `is_tried` is true nothing is written.
    ///
    /// # Errors
    /// A file is damaged, the format is newer than this version, or something cannot be written: what was written before is
    /// sound, and a further call does the rest.
    pub fn migrate(&self, is_tried: bool) -> Result<Migration, Obstacle> {
        self.migrate_by(STEPS, FORMAT, is_tried)
    }

    fn migrate_by(&self, steps: &[Step], to: i64, is_tried: bool) -> Result<Migration, Obstacle> {
        // Whoever only looks needs no lock, which a folder that cannot be written would refuse.
        let is_new = is_tried || self.format()? == to;
        let lock = if is_new { None } else { Some(Lock::take(&self.root)?) };
        let from = self.format()?;
        if from > to {
            return Err(Obstacle::ReadOnly(from));
        }
        let steps: Vec<&Step> = steps.iter().filter(|step| (from..to).contains(&step.from)).collect();
        let mut texts = Vec::new();
        for address in if steps.is_empty() { Vec::new() } else { self.addresses()? } {
            texts.extend(self.changed(&address, &steps, to)?);
        }
        // What the rest is read by comes last.
        texts.sort_by_key(|(path, ..)| path.as_path() == Path::new("okr.toml"));
        if let Some(lock) = &lock {
            for (path, before, after) in &texts {
                write::replace(lock, path, before, after)?;
            }
        }
        let says = steps.iter().map(|step| step.says).collect();
        Ok(Migration { from, to, says, files: texts.into_iter().map(|(path, ..)| path).collect() })
    }

    /// The format in `okr.toml`.
    fn format(&self) -> Result<i64, Obstacle> {
        let path = Path::new("okr.toml");
        let text = source::text(&self.root, path)?.unwrap_or_default();
        match record::read(&Address::Settings, &text, path) {
            (Some(Record::Settings(settings)), _) => Ok(settings.format),
            (_, problems) => {
                Err(problems.into_iter().next().map_or_else(|| unreadable(path), Obstacle::from))
            }
        }
    }

    fn addresses(&self) -> Result<Vec<Address>, Obstacle> {
        let found = walk_all(&self.root).map_err(|_| unreadable(Path::new("okr.toml")))?;
        Ok(found.files.into_iter().map(|file| file.address).collect())
    }

    /// The text of a file before and after the steps, where they change it.
    fn changed(
        &self,
        address: &Address,
        steps: &[&Step],
        to: i64,
    ) -> Result<Option<(PathBuf, String, String)>, Obstacle> {
        let path = layout::path(address);
        let Some(before) = source::text(&self.root, &path)? else { return Ok(None) };
        let standing: Table = before.trim_start_matches('\u{feff}').parse().map_err(|_| unreadable(&path))?;
        let mut wanted = standing.clone();
        for step in steps {
            (step.change)(address, &mut wanted);
        }
        if *address == Address::Settings {
            wanted.insert("format".to_owned(), to.into());
        }
        let after = patch(&before, &standing, &wanted).map_err(|_| unreadable(&path))?;
        Ok((after != before).then_some((path, before, after)))
    }
}

fn unreadable(path: &Path) -> Obstacle {
    let message = words::THIS_FILE_CANNOT_BE_READ.to_owned();
    let hint = words::MEND_IT_FIRST.to_owned();
    Obstacle::from(Problem::new("syntax", path, Position::START, message, hint))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    const TEAM: &str = "# ours\nname = 'Pay' # spoken\nlevel = 'team'\nodd = 1\n";

    /// A made-up step: the level of a team is called its rung.
    const RUNG: Step = Step {
        from: 1,
        says: "`level` of a team is called `rung`",
        change: |address, table| {
            if matches!(address, Address::Team(_))
                && let Some(rung) = table.remove("level")
            {
                table.insert("rung".to_owned(), rung);
            }
        },
    };

    /// A workspace whose team's file is just so.
    fn workspace(team: &str) -> (TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("teams/pay")).unwrap();
        fs::write(
            folder.path().join("okr.toml"),
            "# the format\nformat = 1 # so far\norganisation = 'Acme'\n",
        )
        .unwrap();
        fs::write(folder.path().join("teams/pay/team.toml"), team).unwrap();
        let store = Store::open(folder.path()).unwrap().0;
        (folder, store)
    }

    fn text(folder: &TempDir, path: &str) -> String {
        fs::read_to_string(folder.path().join(path)).unwrap()
    }

    #[test]
    fn there_is_one_format_and_nothing_to_do() {
        let (folder, store) = workspace(TEAM);
        let before = text(&folder, "okr.toml");
        let expected = Migration { from: 1, to: FORMAT, says: Vec::new(), files: Vec::new() };
        assert_eq!(store.migrate(false).unwrap(), expected);
        assert_eq!(text(&folder, "okr.toml"), before);
        assert!(STEPS.iter().enumerate().all(|(at, step)| step.from == i64::try_from(at).unwrap() + 1));
        assert_eq!(STEPS.len() + 1, usize::try_from(FORMAT).unwrap());
    }

    #[test]
    fn a_step_changes_what_it_is_about_and_the_format_last() {
        for (mark, end) in [("", "\n"), ("\u{feff}", "\n"), ("", "\r\n")] {
            let written = |text: &str| format!("{mark}{}", text.replace('\n', end));
            let (folder, store) = workspace(&written(TEAM));
            let tried = store.migrate_by(&[RUNG], 2, true).unwrap();
            assert_eq!((tried.from, tried.to, tried.says.as_slice()), (1, 2, &[RUNG.says][..]));
            assert_eq!(tried.files, [Path::new("teams/pay/team.toml"), Path::new("okr.toml")]);
            assert_eq!(text(&folder, "teams/pay/team.toml"), written(TEAM), "only tried");
            assert_eq!(store.migrate_by(&[RUNG], 2, false).unwrap(), tried);
            let expected = written("# ours\nname = 'Pay' # spoken\nodd = 1\nrung = \"team\"\n");
            assert_eq!(text(&folder, "teams/pay/team.toml"), expected);
            assert_eq!(
                text(&folder, "okr.toml"),
                "# the format\nformat = 2 # so far\norganisation = 'Acme'\n"
            );
            assert_eq!(store.migrate_by(&[RUNG], 2, false).unwrap().files, Vec::<PathBuf>::new());
        }
    }

    #[test]
    fn what_is_only_tried_takes_no_lock() {
        let (folder, store) = workspace(TEAM);
        store.migrate_by(&[RUNG], 2, true).unwrap();
        store.migrate_by(&[], 1, false).unwrap();
        assert!(!folder.path().join(".okr").exists());
        store.migrate_by(&[RUNG], 2, false).unwrap();
        assert!(folder.path().join(".okr").exists());
    }

    #[test]
    fn one_that_was_cut_off_is_begun_again() {
        let (folder, store) = workspace(TEAM);
        fs::write(folder.path().join("teams/pay/team.toml"), "name = 'Pay'\nrung = 'team'\n").unwrap();
        let done = store.migrate_by(&[RUNG], 2, false).unwrap();
        assert_eq!(done.files, [Path::new("okr.toml")]);
        assert_eq!(text(&folder, "teams/pay/team.toml"), "name = 'Pay'\nrung = 'team'\n");
    }

    #[test]
    fn what_is_damaged_or_newer_is_left_as_it_is() {
        let (folder, store) = workspace(TEAM);
        fs::write(folder.path().join("teams/pay/team.toml"), "name = 'Pay\n").unwrap();
        assert!(matches!(store.migrate_by(&[RUNG], 2, false), Err(Obstacle::Damaged(_))));
        assert!(text(&folder, "okr.toml").contains("format = 1"));
        fs::write(folder.path().join("okr.toml"), "format = 3\n").unwrap();
        assert!(matches!(store.migrate_by(&[RUNG], 2, false), Err(Obstacle::ReadOnly(3))));
    }
}
