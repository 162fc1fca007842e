//! Edits the text of one array or inline table, leaving comments and spelling of what stays alone.

use std::ops::Range;

use super::splice::{Splice, apply, line_end, line_start};

/// One element as it stands: where, counted from the opening bracket, and what becomes of it.
pub(super) struct Entry {
    pub(super) at: Range<usize>,
    /// The new text, or `None` if it goes.
    pub(super) now: Option<String>,
}

/// A list in its brackets with the edits it shall get.
pub(super) struct List<'t> {
    /// The text including both brackets.
    pub(super) text: &'t str,
    /// The elements in the order of the text.
    pub(super) entries: Vec<Entry>,
    /// New elements.
    pub(super) new: Vec<String>,
    /// The element behind which the new ones go: how many entries stand before them.
    pub(super) new_at: usize,
    /// The line ending of the document.
    pub(super) newline: &'static str,
}

impl List<'_> {
    /// Writes the list with its edits where the elements stand, one per line if it stands so.
    pub(super) fn edited(&self) -> String {
        if self.text.contains('\n') { self.tall() } else { self.flat() }
    }

    /// Writes the list on one line; comments between its elements do not survive that.
    pub(super) fn flat(&self) -> String {
        let (before, after) = self.entries.split_at(self.new_at);
        let kept =
            |entries: &[Entry]| entries.iter().filter_map(|entry| entry.now.clone()).collect::<Vec<_>>();
        let all = [kept(before), self.new.clone(), kept(after)].concat();
        let (open, close) = (&self.text[..1], &self.text[self.text.len() - 1..]);
        let (lead, tail) = self.padding();
        if all.is_empty() {
            return format!("{open}{close}");
        }
        format!("{open}{lead}{}{tail}{close}", all.join(", "))
    }

    /// What stands between the brackets and the elements, if that is only space.
    fn padding(&self) -> (&str, &str) {
        let default = if self.text.starts_with('{') { " " } else { "" };
        let (Some(first), Some(last)) = (self.entries.first(), self.entries.last()) else {
            return (default, default);
        };
        let (lead, tail) = (&self.text[1..first.at.start], &self.text[last.at.end..self.text.len() - 1]);
        let is_space = |text: &str| text.chars().all(|character| character == ' ');
        (if is_space(lead) { lead } else { default }, if is_space(tail) { tail } else { default })
    }

    fn tall(&self) -> String {
        let changed = self.entries.iter().filter_map(|entry| {
            let now = entry.now.as_ref()?;
            (*now != self.text[entry.at.clone()]).then(|| Splice::new(entry.at.clone(), now.clone()))
        });
        let removed = self.entries.iter().filter(|entry| entry.now.is_none());
        let removed = removed.map(|entry| Splice::new(self.removal(entry), String::new()));
        let mut splices: Vec<_> = changed.chain(removed).collect();
        splices.extend(self.additions());
        apply(self.text, splices)
    }

    /// The lines of an element that stands alone on them, else the element and its comma.
    fn removal(&self, entry: &Entry) -> Range<usize> {
        let start = line_start(self.text, entry.at.start);
        let end = line_end(self.text, entry.at.end);
        let rest = &self.text[entry.at.end..end];
        let behind = rest.trim_start().strip_prefix(',').unwrap_or(rest).trim_start();
        let is_alone =
            start > 0 && self.text[start..entry.at.start].trim().is_empty() && end < self.text.len();
        if is_alone && (behind.is_empty() || behind.starts_with('#')) {
            return start..end;
        }
        let after = rest.trim_start_matches(' ');
        let comma = after.strip_prefix(',').map(|after| after.trim_start_matches(' '));
        entry.at.start..entry.at.end + rest.len() - comma.unwrap_or(rest).len()
    }

    fn additions(&self) -> Vec<Splice> {
        if self.new.is_empty() {
            return Vec::new();
        }
        if let Some(splice) = self.within_a_line() {
            return vec![splice];
        }
        let close = line_start(self.text, self.text.len() - 1);
        let model = self
            .entries
            .first()
            .map(|first| &self.text[line_start(self.text, first.at.start)..first.at.start]);
        let indent = model.filter(|indent| indent.trim().is_empty()).unwrap_or("  ");
        let lines: Vec<_> = self.new.iter().map(|new| format!("{indent}{new},{}", self.newline)).collect();
        let previous = self.entries[..self.new_at].last();
        let at = match (previous, self.entries.first()) {
            (Some(previous), _) => line_end(self.text, previous.at.end),
            (None, Some(first)) => line_start(self.text, first.at.start),
            (None, None) => close,
        };
        let comma = previous.filter(|previous| previous.now.is_some() && !self.has_comma(previous));
        let comma = comma.map(|previous| Splice::new(previous.at.end..previous.at.end, ",".to_owned()));
        comma.into_iter().chain([Splice::new(at..at, lines.concat())]).collect()
    }

    /// The new ones within the line of an element that shares it with another one or with a bracket.
    fn within_a_line(&self) -> Option<Splice> {
        match (self.entries[..self.new_at].last(), self.entries.first()) {
            (Some(previous), _) => {
                let at = previous.at.end;
                let rest = self.text[at..line_end(self.text, at)].trim_start();
                let behind = rest.strip_prefix(',').unwrap_or(rest).trim_start();
                let is_shared = !(behind.is_empty() || behind.starts_with('#'));
                let new = || self.new.iter().map(|new| format!(", {new}")).collect::<Vec<_>>().concat();
                (is_shared && previous.now.is_some()).then(|| Splice::new(at..at, new()))
            }
            (None, Some(first)) => {
                let at = first.at.start;
                let is_shared = !self.text[line_start(self.text, at)..at].trim().is_empty();
                let new = || self.new.iter().map(|new| format!("{new}, ")).collect::<Vec<_>>().concat();
                is_shared.then(|| Splice::new(at..at, new()))
            }
            (None, None) => None,
        }
    }

    /// Tells whether a comma follows the element, comments in between or not.
    fn has_comma(&self, entry: &Entry) -> bool {
        let mut rest = self.text[entry.at.end..].trim_start();
        while rest.starts_with('#') {
            rest = rest.split_once('\n').map_or("", |(_, after)| after.trim_start());
        }
        rest.starts_with(',')
    }
}
