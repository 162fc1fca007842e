//! Currencies by their signs, codes and names.

/// The currencies we know by their code, each with its signs and its code in small letters.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("USD", &["$", "us$", "usd"]),
    ("EUR", &["€", "eur"]),
    ("GBP", &["£", "gbp"]),
    ("JPY", &["¥", "jpy"]),
    ("INR", &["₹", "inr"]),
    ("CHF", &["chf", "sfr"]),
    ("CAD", &["cad", "c$", "ca$"]),
    ("AUD", &["aud", "a$", "au$"]),
    ("NZD", &["nzd", "nz$"]),
    ("HKD", &["hkd", "hk$"]),
    ("SGD", &["sgd", "s$"]),
    ("BRL", &["brl", "r$"]),
];

/// The code of a currency by its sign, or by its code in small letters: `$` and `usd` are `USD`.
#[must_use]
pub fn currency(text: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(_, spellings)| spellings.contains(&text)).map(|(code, _)| *code)
}

/// The code of a currency also by its name.
pub(super) fn money(text: &str) -> Option<&'static str> {
    match text {
        "euro" | "euros" => Some("EUR"),
        "dollar" | "dollars" => Some("USD"),
        _ => currency(text),
    }
}
