//! Arguments as a test writes them: one line as in a shell, or a list.

/// Becomes the list of arguments of a program.
pub trait Args {
    /// Gives the arguments one by one.
    fn words(self) -> Vec<String>;
}

impl Args for &str {
    fn words(self) -> Vec<String> {
        shell_words::split(self).unwrap_or_else(|why| panic!("{why}: {self}"))
    }
}

impl Args for String {
    fn words(self) -> Vec<String> {
        self.as_str().words()
    }
}

impl Args for &[&str] {
    fn words(self) -> Vec<String> {
        self.iter().map(ToString::to_string).collect()
    }
}

impl<const N: usize> Args for [&str; N] {
    fn words(self) -> Vec<String> {
        self.as_slice().words()
    }
}

#[test]
fn a_list_is_taken_as_it_stands() {
    assert_eq!(["a b", "'c'"].words(), ["a b", "'c'"]);
    assert_eq!(["a b"].as_slice().words(), ["a b"]);
}
