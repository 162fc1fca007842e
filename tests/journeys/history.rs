//! J13: years later, on the screen: quarters side by side, calibration, and what was believed on an earlier day.

use super::{leave, opened};
use crate::support::Home;

#[test]
fn a_team_looks_back_on_its_quarters_and_on_what_it_believed() {
    let home = Home::empty().today("2027-02-26");
    home.okr("init okrs --sample").code(0);
    let okrs = home.work().join("okrs");
    let home = home.with("OKR_WORKSPACE", okrs.to_str().unwrap());
    for (cols, rows) in [(120, 40), (80, 24)] {
        let mut screen = opened(&home, cols, rows);
        screen.press("5", "as of today").wait_for("2026-Q4").wait_for("6 scored, 1 dropped");
        screen.press("j", "1 that was work").wait_for("6 of 6 held").press("z", "70, 40, 10");
        screen.press("j", "to 1 ──").wait_for("confidence").wait_for("Read 3 % on 15 Oct, 3 % on 29");
        screen.press("z", "6 of 6 held");
        screen.press("G", "The score stands").press("k", "High confidence");
        screen.press(",", "as of Wed 10 Feb 2027").press("<lt>", "as of Fri 29 Jan 2027");
        screen.press(">", "as of Wed 10 Feb 2027").press(".", "as of today");
        leave(screen);
    }
}
