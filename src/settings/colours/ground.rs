//! The ground that a terminal says it has, and how well colours stand out on each other.

use ratatui::style::Color;

/// What lies behind the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Light words stand out on it.
    Dark,
    /// Dark words stand out on it.
    Light,
}

impl Ground {
    /// Reads what a terminal answers, such as `rgb:1515/1818/1e1e`: each part of 1 to 4 hexadecimal digits.
    pub fn of(answer: &str) -> Option<Self> {
        let parts = answer.strip_prefix("rgb:").or_else(|| answer.strip_prefix("rgba:"))?;
        let mut parts = parts.split('/').map(part);
        let colour = Color::Rgb(parts.next()??, parts.next()??, parts.next()??);
        let against = |words| contrast(words, colour);
        let is_light = against(Color::Rgb(0, 0, 0)) > against(Color::Rgb(255, 255, 255));
        Some(if is_light { Self::Light } else { Self::Dark })
    }

    /// Reads the last number of `COLORFGBG`, one of the 16 colours.
    pub fn of_variable(said: &str) -> Option<Self> {
        match said.rsplit(';').next()?.parse::<u8>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

/// A part of a colour in 256 steps, whatever the number of its digits.
fn part(digits: &str) -> Option<u8> {
    let most =
        16_u32.checked_pow(u32::try_from(digits.len()).ok()?).filter(|most| (16..=65_536).contains(most))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from(value * 255 / (most - 1)).ok()
}

/// How well one colour stands out on another, from 1 to 21; none where a terminal chooses the colour itself.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// How bright a colour looks, from 0 to 1.
fn luminance(colour: Color) -> Option<f64> {
    let Color::Rgb(red, green, blue) = colour else { return None };
    let part = |byte: u8| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ground_is_light_where_dark_words_stand_out_on_it() {
        for (said, ground) in [
            ("rgb:ffff/ffff/ffff", Some(Ground::Light)),
            ("rgb:fdfd/f6f6/e3e3", Some(Ground::Light)),
            ("rgb:0000/2b2b/3636", Some(Ground::Dark)),
            ("rgba:0000/0000/0000/ffff", Some(Ground::Dark)),
            ("rgb:f/f/f", Some(Ground::Light)),
            ("rgb:28/2c/34", Some(Ground::Dark)),
            ("rgb:28/2c", None),
            ("rgb:fffff/00000/00000", None),
            ("rgb:/0/0", None),
            ("white", None),
        ] {
            assert_eq!(Ground::of(said), ground, "{said}");
        }
    }

    #[test]
    fn black_on_white_is_the_strongest_contrast() {
        let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
        assert!(contrast(black, white).is_some_and(|reached| (reached - 21.0).abs() < 0.001));
        assert!(contrast(white, white).is_some_and(|reached| (reached - 1.0).abs() < 0.001));
        assert_eq!(contrast(black, Color::Cyan), None);
    }
}
