//! The floor: a bare table of 200 rows and nothing else, drawn with the same library. The comparison measures everything
//! against it.

use std::io::{self, stdout};

use crossterm::event::{self, Event, KeyCode};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Constraint;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Row, Table, TableState};

fn main() -> io::Result<()> {
    let rows: Vec<[String; 4]> = (0..200).map(row).collect();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut state = TableState::default().with_selected(0);
    loop {
        terminal.draw(|frame| frame.render_stateful_widget(table(&rows), frame.area(), &mut state))?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            Event::Key(key) if key.code == KeyCode::Char('j') => state.select_next(),
            Event::Key(key) if key.code == KeyCode::Char('k') => state.select_previous(),
            _ => {}
        }
    }
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}

fn row(number: usize) -> [String; 4] {
    let name = format!("Key result number {number} from 8 % to 2 % by the end of the quarter");
    [number.to_string(), name, format!("{} %", number % 100), "Check-ins".to_owned()]
}

fn table(rows: &[[String; 4]]) -> Table<'_> {
    let widths = [Constraint::Length(5), Constraint::Fill(1), Constraint::Length(8), Constraint::Length(12)];
    let rows = rows.iter().map(|row| Row::new(row.iter().map(String::as_str)));
    Table::new(rows, widths).row_highlight_style(Style::new().add_modifier(Modifier::REVERSED))
}
