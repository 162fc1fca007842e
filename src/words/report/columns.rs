//! What the columns of a list are called. Their names are the keys of the JSON; a person reads words.

/// A value with the words of its column, where it stands by itself.
pub fn valued(head: &str, value: &str) -> String {
    format!("{head} {value}")
}

/// The words of a column, by its name.
pub fn head(name: &'static str) -> &'static str {
    match name {
        "key_result" => "key result",
        "key_results" => "key results",
        "contributes_to" => "contributes to",
        "merged_into" => "merged into",
        "promised_to" => "promised to",
        "person_minutes" => "person-minutes",
        "answer_by" => "answered for",
        "noticed_by" => "noticed by",
        "first_date" => "first date",
        "seen_by" => "seen by",
        "reads_later" => "reads later",
        "work_done" => "work done",
        "tells_us" => "tells us",
        "baseline_question" => "asks for the baseline",
        "brier_opening" => "Brier at the opening",
        "brier_last" => "Brier at the last",
        "check_ins" => "check-ins",
        "look_at" => "look at",
        other => other,
    }
}
