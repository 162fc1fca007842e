//! Keeps what is being typed and is saved nowhere yet, so that it survives the end of the program, however it ends.
//!
//! It stands in the state folder, a file for each program that runs, readable by this person only. A program holds a lock as
//! long as it lives; what a program left that is gone is given to the next one that opens the workspace.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state;
use super::write::again;

/// The folder within the state folder.
const FOLDER: &str = "typed";
/// The most forms that are kept.
const MOST: usize = 100;

/// What was typed into the fields of one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedForm {
    /// Which form it is.
    pub form: String,
    /// What a person calls it.
    pub called: String,
    /// Its fields that were typed in.
    #[serde(rename = "field")]
    pub fields: Vec<TypedField>,
}

/// What was typed into one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedField {
    /// The field's name.
    pub name: String,
    /// What stood in it before.
    pub before: String,
    /// What was typed.
    pub text: String,
}

/// What a file holds.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    workspace: String,
    #[serde(default, rename = "form", skip_serializing_if = "Vec::is_empty")]
    forms: Vec<TypedForm>,
}

/// The file of this program; there is none until there is something to keep.
#[derive(Debug)]
pub struct TypedTexts {
    folder: PathBuf,
    workspace: String,
    /// What its name and that of its lock begin with.
    begins: String,
    /// The file, and its lock, which is held as long as it is open.
    file: Option<(PathBuf, File)>,
}

impl TypedTexts {
    /// Begins for a workspace and takes over what programs that are gone have left of it.
    ///
    /// # Errors
    /// What they left cannot be taken over.
    pub fn begin(state: &Path, root: &Path) -> io::Result<(Self, Vec<TypedForm>)> {
        let folder = state.join(FOLDER);
        let begins = format!("{}-", state::mark_of(root));
        let left = left_over(&folder, &begins);
        let mut texts = Self { folder, workspace: root.to_string_lossy().into_owned(), begins, file: None };
        let mut forms: Vec<TypedForm> = Vec::new();
        let mut waiting: Vec<Kept> = Vec::new();
        for (old, _) in &left {
            let kept = fs::read_to_string(old).ok().and_then(|text| toml::from_str::<Kept>(&text).ok());
            let kept = kept.filter(|kept| kept.workspace == texts.workspace).unwrap_or_default();
            let is_taken = |form: &TypedForm| forms.iter().any(|taken| taken.form == form.form);
            let (others, own) = kept.forms.into_iter().partition(is_taken);
            waiting.push(Kept { forms: others, ..kept });
            forms.extend::<Vec<TypedForm>>(own);
        }
        // It stands in ours before it goes there.
        texts.keep(&forms)?;
        for ((old, _held), waiting) in left.into_iter().zip(waiting) {
            if waiting.forms.is_empty() {
                let _ = fs::remove_file(&old);
                let _ = fs::remove_file(old.with_extension("lock"));
            } else {
                // A form holds one text; where two programs left one each, the other waits for the next to begin.
                let _ = toml::to_string(&waiting).map(|text| state::keep(&old, &text));
            }
        }
        Ok((texts, forms))
    }

    /// Writes what is being typed now, in the place of what was written before.
    ///
    /// # Errors
    /// It cannot be written; what stood there stands.
    pub fn keep(&mut self, forms: &[TypedForm]) -> io::Result<()> {
        if forms.is_empty() {
            let Some((path, _)) = &self.file else { return Ok(()) };
            return match again(|| fs::remove_file(path)) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
                _ => Ok(()),
            };
        }
        let first = forms.len().saturating_sub(MOST);
        let kept = Kept { workspace: self.workspace.clone(), forms: forms[first..].to_vec() };
        let text = toml::to_string(&kept).map_err(io::Error::other)?;
        state::keep(self.path()?, &text)
    }

    /// The file, whose lock is made and taken when it is first asked for.
    fn path(&mut self) -> io::Result<&Path> {
        if self.file.is_none() {
            state::make(&self.folder)?;
            let mut name = tempfile::Builder::new();
            name.prefix(&self.begins).suffix(".lock");
            let (lock, path) = again(|| name.tempfile_in(&self.folder))?.keep()?;
            lock.lock()?;
            self.file = Some((path.with_extension("toml"), lock));
        }
        let file = self.file.as_ref().ok_or(io::ErrorKind::NotFound)?;
        Ok(&file.0)
    }
}

impl Drop for TypedTexts {
    fn drop(&mut self) {
        let Some((path, lock)) = &self.file else { return };
        if !path.exists() {
            let _ = fs::remove_file(path.with_extension("lock"));
        }
        let _ = lock.unlock();
    }
}

/// The files of programs that are gone, each with its lock, which is held now.
fn left_over(folder: &Path, begins: &str) -> Vec<(PathBuf, File)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let locks = entries.map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(begins) && path.extension().is_some_and(|end| end == "lock")
    });
    let held = locks.filter_map(|path| {
        let lock = again(|| File::options().append(true).open(&path)).ok()?;
        lock.try_lock().ok()?;
        Some((path.with_extension("toml"), lock))
    });
    held.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn form(form: &str, text: &str) -> TypedForm {
        let field = TypedField { name: "title".to_owned(), before: String::new(), text: text.to_owned() };
        TypedForm { form: form.to_owned(), called: "a form".to_owned(), fields: vec![field] }
    }

    fn begun(state: &TempDir, root: &Path) -> (TypedTexts, Vec<TypedForm>) {
        TypedTexts::begin(state.path(), root).unwrap()
    }

    fn files(state: &TempDir) -> usize {
        fs::read_dir(state.path().join(FOLDER)).unwrap().count()
    }

    #[test]
    fn what_a_program_left_goes_to_the_next_and_to_nobody_else() {
        let (state, one, other) = (tempfile::tempdir().unwrap(), Path::new("/one"), Path::new("/other"));
        let (mut texts, left) = begun(&state, one);
        assert_eq!((left, state.path().join(FOLDER).exists()), (Vec::new(), false), "nothing is typed yet");
        texts.keep(&[form("a", "half a sen\u{1b}tence")]).unwrap();
        assert_eq!(begun(&state, one).1, [], "it still lives");
        drop(texts);
        assert_eq!(begun(&state, other).1, []);
        let (next, left) = begun(&state, one);
        assert_eq!(left, [form("a", "half a sen\u{1b}tence")]);
        drop(next);
        let (mut next, left) = begun(&state, one);
        assert_eq!(left.len(), 1, "not opened yet, so it is still kept");
        next.keep(&[]).unwrap();
        drop(next);
        let (last, left) = begun(&state, one);
        drop(last);
        assert_eq!((left, files(&state)), (Vec::new(), 0));
    }

    #[test]
    fn two_programs_that_are_gone_leave_both() {
        let (state, root) = (tempfile::tempdir().unwrap(), Path::new("/one"));
        let (mut one, mut two) = (begun(&state, root).0, begun(&state, root).0);
        one.keep(&[form("a", "1")]).unwrap();
        two.keep(&[form("b", "2")]).unwrap();
        drop((one, two));
        let mut left = begun(&state, root).1;
        left.sort_by(|one, other| one.form.cmp(&other.form));
        assert_eq!(left, [form("a", "1"), form("b", "2")]);
    }

    #[test]
    fn of_two_texts_of_one_form_none_is_lost() {
        let (state, root) = (tempfile::tempdir().unwrap(), Path::new("/one"));
        let (mut one, mut two) = (begun(&state, root).0, begun(&state, root).0);
        one.keep(&[form("a", "1"), form("b", "1")]).unwrap();
        two.keep(&[form("a", "2")]).unwrap();
        drop((one, two));
        let mut texts = Vec::new();
        for _ in 0..2 {
            let (mut next, left) = begun(&state, root);
            texts.extend(
                left.into_iter().filter(|left| left.form == "a").map(|left| left.fields[0].text.clone()),
            );
            next.keep(&[]).unwrap();
        }
        texts.sort();
        assert_eq!(texts, ["1", "2"]);
        assert_eq!((begun(&state, root).1, files(&state)), (Vec::new(), 0));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_typed_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let state = tempfile::tempdir().unwrap();
        let (mut texts, _) = begun(&state, Path::new("/one"));
        texts.keep(&[form("a", "1")]).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(texts.path().unwrap()), mode(&state.path().join(FOLDER))), (0o600, 0o700));
    }
}
