//! What words can mean: to a reader of goals their tags, one look-up a word; to a judge of goals their senses, which are
//! known of words and phrases in any of their forms. Nothing here knows of sentences.
//!
//! The words with tags stand in `assets/coach/reading.toml`. The build script makes the regular forms of verbs and nouns and compiles
//! all of them into one table, so that nobody waits until they are read.

mod forms;
pub(super) mod known;
pub(super) mod senses;
mod tags;

pub use tags::Tags;

mod listed {
    //! Written by the build script.
    #![expect(clippy::unreadable_literal, reason = "nobody reads it")]

    use crate::coach::packed::Packed;

    include!(concat!(env!("OUT_DIR"), "/reading.rs"));
}

/// The tags of a word in small letters; a compound has those of its last part.
#[must_use]
pub fn tags(word: &str) -> Tags {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let listed = |word: &str| listed::WORDS.get(word).map(|bits| Tags(*bits));
    listed(word).unwrap_or_else(|| {
        let last = word.rsplit_once('-').and_then(|(_, last)| listed(last));
        last.map_or(Tags::NONE, Tags::of_compound)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_are_known() {
        for (form, tag) in [
            ("reducing", Tags::DOWN),
            ("cutting", Tags::DOWN),
            ("multiplied", Tags::UP),
            ("planned", Tags::MAKE),
            ("companies", Tags::GROUP),
            ("today's", Tags::NOW),
            ("re-orders", Tags::CASE),
        ] {
            assert!(tags(form).any(tag), "{form}");
        }
        assert_eq!(tags("zebra"), Tags::NONE);
    }

    #[test]
    fn every_word_of_every_list_has_its_tag() {
        let lists: toml::Table = toml::from_str(include_str!("../../assets/coach/reading.toml")).unwrap();
        let rows: Vec<(&String, &toml::Value)> =
            lists.values().flat_map(|section| section.as_table().unwrap()).collect();
        for (list, tag) in tags::LISTS {
            let row = rows.iter().find(|(name, _)| name == list);
            let words: Vec<&str> = row.unwrap().1.as_str().unwrap().split_whitespace().collect();
            assert!(!words.is_empty(), "{list}");
            let lost =
                words.iter().find(|word| !listed::WORDS.get(word).is_some_and(|bits| Tags(*bits).any(*tag)));
            assert_eq!(lost, None, "{list}");
        }
        assert_eq!(rows.len(), tags::LISTS.len());
    }
}
