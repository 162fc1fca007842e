//! What is typed in answer to a question is kept until it is taken in or given up: a question that is asked again begins with
//! it, also in the next program, on the screens as here. What is blind is kept in this program only.

use std::path::Path;

use crate::domain::quarter::QuarterKey;
use crate::method::session::offers::{Ask, Blank, Sheet};
use crate::store::typed::{TypedField, TypedForm, TypedTexts};
use crate::tui::forms::kept;

/// The answers that are under way.
pub(super) struct Typing {
    place: QuarterKey,
    texts: Option<TypedTexts>,
    /// All that is kept for the next program, also what was typed on the screens.
    forms: Vec<TypedForm>,
    /// What is blind.
    blind: Vec<TypedForm>,
}

impl Typing {
    /// Begins with what an earlier program left; where it cannot be written nothing outlives this one.
    pub(super) fn begin(folder: Option<&Path>, root: &Path, place: &QuarterKey) -> Self {
        let begun = folder.and_then(|folder| TypedTexts::begin(folder, root).ok());
        let (texts, forms) = begun.map_or((None, Vec::new()), |(texts, forms)| (Some(texts), forms));
        Self { place: place.clone(), texts, forms, blind: Vec::new() }
    }

    /// What the blanks of a question begin with, and whether any of it was typed before.
    pub(super) fn begun(&self, question: &Ask, blanks: &[Blank]) -> (Vec<String>, bool) {
        let name = self.name(question);
        let known = self.forms.iter().chain(&self.blind).find(|form| form.form == name);
        let typed = |blank: &Blank| {
            known?.fields.iter().find(|field| field.name == blank.name).map(|it| it.text.clone())
        };
        let typed: Vec<Option<String>> = blanks.iter().map(typed).collect();
        let is_begun = typed.iter().any(Option::is_some);
        let begun = typed.into_iter().zip(blanks).map(|(typed, blank)| typed.unwrap_or(blank.text.clone()));
        (begun.collect(), is_begun)
    }

    /// Keeps the answers so far.
    pub(super) fn keep(&mut self, question: &Ask, sheet: &Sheet, answers: &[String]) {
        let typed = sheet.blanks.iter().zip(answers).filter(|(blank, text)| blank.text != **text);
        let field = |(blank, text): (&Blank, &String)| TypedField {
            name: blank.name.to_owned(),
            before: blank.text.clone(),
            text: text.clone(),
        };
        let (form, fields) = (self.name(question), typed.map(field).collect());
        let called = sheet.title.clone();
        self.put(question, Some(TypedForm { form, called, fields }).filter(|form| !form.fields.is_empty()));
    }

    /// Lets the answers to a question go.
    pub(super) fn forget(&mut self, question: &Ask) {
        self.put(question, None);
    }

    fn put(&mut self, question: &Ask, form: Option<TypedForm>) {
        let name = self.name(question);
        let all = if question.is_blind() { &mut self.blind } else { &mut self.forms };
        all.retain(|other| other.form != name);
        all.extend(form);
        if let Some(texts) = &mut self.texts {
            // The next answer tries again.
            let _ = texts.keep(&self.forms);
        }
    }

    fn name(&self, question: &Ask) -> String {
        kept::name_of_question(&self.place, question)
    }
}
