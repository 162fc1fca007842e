//! The contact sheet of the README: the real program in a real terminal, eight times, as one drawing.
//!
//! `OKR_SHEET=new cargo test --test all contact_sheet` makes it anew; without the variable the test says when it is out
//! of date. It is looked at before it is kept.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use vt100::{Cell, Color};

use crate::support::{Home, Screen};

/// One picture: what it shows, the colours, the part of the quarter, and the keys, each with a text that they bring.
struct Shot {
    says: &'static str,
    theme: &'static str,
    phase: &'static str,
    keys: &'static [(&'static str, &'static str)],
}

const SHOTS: [Shot; 8] = [
    Shot {
        says: "Overview: what comes next, what needs attention",
        theme: "dark",
        phase: "check-ins",
        keys: &[("0", "Quarters")],
    },
    Shot {
        says: "The workbench: a key result, and what the coach asks",
        theme: "dark",
        phase: "setting",
        keys: &[("/Roll", "Roll out"), ("<enter><enter>", "F3")],
    },
    Shot {
        says: "A session: the question to read aloud, the board, the clock",
        theme: "dark",
        phase: "check-ins",
        keys: &[("S", "Step by step"), ("<enter>", "CHK-2"), ("N", "CHK-3")],
    },
    Shot {
        says: "The same, shown large",
        theme: "dark",
        phase: "check-ins",
        keys: &[("S", "Step by step"), ("<enter>", "CHK-2"), ("N", "CHK-3"), ("P", "PRESENTING")],
    },
    Shot {
        says: "A check-in, logged alone",
        theme: "light",
        phase: "check-ins",
        keys: &[("<enter>", "the number first"), ("1.4<tab>60", "[ 60")],
    },
    Shot {
        says: "Scoring: the formula proposes, the mark at 0.7",
        theme: "light",
        phase: "scoring",
        keys: &[],
    },
    Shot {
        says: "The map: who contributes to what, who waits for whom",
        theme: "high-contrast",
        phase: "check-ins",
        keys: &[("gm", "Map of")],
    },
    Shot {
        says: "Help: what can be done here; type to search, Enter runs",
        theme: "terminal",
        phase: "check-ins",
        keys: &[("?", "type to search")],
    },
];

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
/// A cell, in the units of the drawing.
const CELL: (f64, f64) = (8.4, 18.0);
/// The free space around a picture, and the height of the line above it.
const EDGE: f64 = 14.0;
const TITLE: f64 = 30.0;

impl Shot {
    fn taken(&self) -> Screen {
        let day = match self.phase {
            "setting" => "2027-03-12",
            "scoring" => "2027-03-26",
            _ => "2027-02-11",
        };
        let home = Home::empty().today(day).with("COLORTERM", "truecolor");
        let args = format!("--theme {} demo --phase {}", self.theme, self.phase);
        let mut screen = Screen::start(&home, &home.work(), COLUMNS, ROWS, args.as_str());
        screen.wait_for("more");
        for (keys, brings) in self.keys {
            screen.press(keys, brings);
        }
        screen
    }

    /// The ground and the words of a cell that says nothing of its own.
    fn ground(&self) -> (&'static str, &'static str) {
        match self.theme {
            "light" => ("#fbfaf7", "#22252b"),
            "dark" => ("#15181e", "#d8dce4"),
            _ => ("#000000", "#d0d0d0"),
        }
    }
}

/// The 16 colours as a terminal usually has them.
const SIXTEEN: [&str; 16] = [
    "#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5", "#767676",
    "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff",
];

fn colour(colour: Color, usual: &str) -> String {
    match colour {
        Color::Default => usual.to_owned(),
        Color::Idx(at) => SIXTEEN[usize::from(at) % SIXTEEN.len()].to_owned(),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
    }
}

/// How a cell is drawn: the colour of its sign, its ground, bold, underlined.
#[derive(Clone, PartialEq)]
struct Ink {
    front: String,
    ground: String,
    is_bold: bool,
    is_underlined: bool,
}

impl Ink {
    fn of(cell: &Cell, (ground, front): (&str, &str)) -> Self {
        let (front, ground) = (colour(cell.fgcolor(), front), colour(cell.bgcolor(), ground));
        let (front, ground) = if cell.inverse() { (ground, front) } else { (front, ground) };
        Self { front, ground, is_bold: cell.bold(), is_underlined: cell.underline() }
    }

    /// Whether a blank looks the same by both.
    fn leaves_as(&self, other: &Self) -> bool {
        self.ground == other.ground && !self.is_underlined && !other.is_underlined
    }
}

/// The cells of a row that are drawn alike, as (first column, text, ink).
fn runs(screen: &Screen, row: u16, usual: (&str, &str)) -> Vec<(u16, String, Ink)> {
    let mut runs: Vec<(u16, String, Ink)> = Vec::new();
    for column in 0..COLUMNS {
        let cell = screen.cell(row, column);
        let sign = if cell.has_contents() { cell.contents() } else { " " };
        let ink = Ink::of(cell, usual);
        // A blank looks the same whatever a sign would look like there.
        let fits = |last: &Ink| *last == ink || sign == " " && last.leaves_as(&ink);
        match runs.last_mut() {
            Some((_, text, last)) if fits(last) => text.push_str(sign),
            _ => runs.push((column, sign.to_owned(), ink)),
        }
    }
    runs
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Draws one run: its ground where it has one of its own, its signs, the line below them.
fn draw_run(svg: &mut String, (column, text, ink): &(u16, String, Ink), row: u16, usual: &str) {
    let (x, y) = (f64::from(*column) * CELL.0, f64::from(row) * CELL.1);
    let wide = |count: usize| u16::try_from(count).map(f64::from).unwrap_or_default() * CELL.0;
    let width = wide(text.chars().count());
    if ink.ground != usual {
        let _ = write!(
            svg,
            "<rect x='{x:.1}' y='{y:.0}' width='{width:.1}' height='{:.0}' fill='{}'/>",
            CELL.1, ink.ground
        );
    }
    if ink.is_underlined {
        let _ = write!(
            svg,
            "<rect x='{x:.1}' y='{:.0}' width='{width:.1}' height='1' fill='{}'/>",
            y + CELL.1 - 2.0,
            ink.front
        );
    }
    for (at, words) in pieces(text) {
        let bold = if ink.is_bold { " font-weight='bold'" } else { "" };
        let (x, y, long) = (x + wide(at), y + 13.0, wide(words.chars().count()));
        let _ = write!(
            svg,
            "<text x='{x:.1}' y='{y:.0}' fill='{}'{bold} textLength='{long:.1}'>{}</text>",
            ink.front,
            escaped(words)
        );
    }
}

/// The pieces of a text between which stand two blanks or more, as a browser may draw several as one; each with the
/// cells before it.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut pieces = Vec::new();
    for piece in text.split("  ") {
        let words = piece.trim_matches(' ');
        let before = piece.chars().take_while(|sign| *sign == ' ').count();
        if !words.is_empty() {
            pieces.push((at + before, words));
        }
        at += piece.chars().count() + 2;
    }
    pieces
}

fn draw(shot: &Shot) -> String {
    let screen = shot.taken();
    let usual = shot.ground();
    let (wide, high) = (f64::from(COLUMNS) * CELL.0, f64::from(ROWS) * CELL.1);
    let mut svg = format!(
        "<text y='-12' font-family='sans-serif' font-size='15' fill='#6b7484'>{}</text>\n",
        escaped(shot.says)
    );
    let _ = writeln!(
        svg,
        "<rect x='-6' y='-6' width='{:.0}' height='{:.0}' rx='5' fill='{}' stroke='#868d99'/>",
        wide + 12.0,
        high + 12.0,
        usual.0
    );
    for row in 0..ROWS {
        for run in runs(&screen, row, usual) {
            draw_run(&mut svg, &run, row, usual.0);
        }
        svg.push('\n');
    }
    svg
}

/// The whole sheet, two pictures a row.
fn sheet() -> String {
    let (wide, high) =
        (f64::from(COLUMNS) * CELL.0 + 2.0 * EDGE, f64::from(ROWS) * CELL.1 + TITLE + 2.0 * EDGE);
    let rows = f64::from(u16::try_from(SHOTS.len().div_ceil(2)).unwrap());
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {:.0} {:.0}' xml:space='preserve' font-size='14' \
         font-family='ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace'>\n",
        2.0 * wide,
        rows * high
    );
    for (at, shot) in (0_u16..).zip(&SHOTS) {
        let (x, y) = (f64::from(at % 2) * wide + EDGE, f64::from(at / 2) * high + TITLE + EDGE);
        let _ = writeln!(svg, "<g transform='translate({x:.1} {y:.1})'>\n{}</g>", draw(shot));
    }
    svg + "</svg>\n"
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/pictures/screens.svg")
}

#[test]
fn the_contact_sheet_shows_the_screens_as_they_are() {
    let drawn = sheet();
    if std::env::var_os("OKR_SHEET").is_some() {
        fs::create_dir_all(path().parent().unwrap()).unwrap();
        fs::write(path(), &drawn).unwrap();
    }
    let kept = fs::read_to_string(path()).unwrap_or_default();
    let differs = kept.lines().zip(drawn.lines()).find(|(kept, drawn)| kept != drawn);
    assert!(
        kept == drawn,
        "assets/pictures/screens.svg is out of date: OKR_SHEET=new cargo test --test all contact_sheet\n{differs:?}"
    );
    assert!(drawn.len() < 120_000, "{} bytes are too many for a README", drawn.len());
}

#[test]
fn the_readme_shows_the_contact_sheet() {
    assert!(super::README.contains("](assets/pictures/screens.svg)"));
}
