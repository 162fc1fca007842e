//! An argument in two paragraphs: typed in a form, gone on with in the person's own editor, read beside the list and in the
//! export. What stands beside it in its file stays as somebody wrote it there.

use super::{FORM, fill, label, leave, opened, run, save, select, to_field};
use crate::support::tree::{file, path_like};
use crate::support::{Home, Screen};

const OBJECTIVE: &str = "teams/payments/2027-q1/objectives/*/objective.toml";
/// What somebody wrote into the file by hand.
const BY_HAND: &str =
    "# asked in the corridor\nargument_for = \"\"\"\nSupport drowns.\n\n  Ask Lin.\n\"\"\"  # all of it\n";

/// A set with one objective, to whose file somebody added an argument of two paragraphs, and an editor that adds a line.
fn written_by_hand() -> Home {
    let home = Home::empty().today("2026-12-10").with("EDITOR", "printf '\\nand not in this quarter\\n' >>");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --objective 'Sign-in people can rely on'");
    let path = home.work().join(path_like(home.work(), OBJECTIVE));
    let text = file(home.work(), OBJECTIVE);
    std::fs::write(path, text + BY_HAND).unwrap();
    home
}

/// Opens the form of the objective.
#[track_caller]
fn objective(home: &Home, cols: u16, rows: u16) -> Screen {
    let mut screen = opened(home, cols, rows);
    screen.press("1", "of at most 5 objectives");
    select(&mut screen, "Sign-in people can rely on");
    screen.press("<enter>", FORM);
    screen
}

#[test]
fn two_paragraphs_are_typed_in_a_form_and_stand_so_in_file_detail_and_export() {
    let home = written_by_hand();
    let before = file(home.work(), OBJECTIVE);
    let mut screen = objective(&home, 80, 24);
    fill(&mut screen, "alternative", "A second region.");
    screen.wait_for("Enter new line").press("<enter><enter>It waits for May", "[ It waits for May ");
    screen.press("<up><up><end>!<down><down>", "[ A second region.! ");
    screen
        .keys("<c-z>")
        .wait_for("[ A second region. ")
        .wait_gone("region.!")
        .keys("<c-y>")
        .wait_for("region.!");
    screen.press("<down>", "why it contributes to nothing above");
    assert_eq!(label(&screen), "no link", "the arrow leaves the text where that ends");
    save(&mut screen);
    screen.wait_for("A second region.!").wait_for("It waits for May");
    let text = "alternative = \"\"\"\nA second region.!\n\nIt waits for May\"\"\"\n";
    let after = file(home.work(), OBJECTIVE);
    assert!(after.contains(text), "{after}");
    assert_eq!(after.replace(text, ""), before, "every other byte is as it was");

    screen.press("<enter>", FORM);
    to_field(&mut screen, "alternative");
    screen.press("<c-g>", "[ and not in this quarter");
    save(&mut screen);
    leave(screen);
    let after = file(home.work(), OBJECTIVE);
    let text = "\"\"\"\nA second region.!\n\nIt waits for May\nand not in this quarter\"\"\"\n";
    assert!(after.contains(text) && after.contains(BY_HAND), "{after}");
    let weighed = "Also weighed: A second region.\\!<br><br>It waits for May<br>and not in this quarter\n";
    home.okr("export --format md").code(0).stdout_has(weighed);
    home.okr("check").code(0);
}

#[test]
fn a_text_longer_than_its_field_is_gone_through_on_the_smallest_screen() {
    let home = written_by_hand();
    let mut screen = objective(&home, 60, 16);
    to_field(&mut screen, "for it");
    screen.wait_for("[ Support drowns.").wait_for("[   Ask Lin.");
    screen.press("one<enter>two<enter>three<enter>four", "[ four").wait_gone("Support drowns.").wait_for("↑");
    screen.press("<up><up><up><up><up><up>", "[ Support drowns.").wait_gone("[ four").wait_for("↓");
    screen.press("<esc>", "Draft kept").press("<enter>", "Your draft is back");
    to_field(&mut screen, "for it");
    screen.wait_for("[ four");
    save(&mut screen);
    leave(screen);
    let after = file(home.work(), OBJECTIVE);
    assert!(
        after
            .contains("# asked in the corridor\nargument_for = \"\"\"\nSupport drowns.\n\n  Ask Lin.\none\n"),
        "{after}"
    );
    assert!(after.contains("four\"\"\"  # all of it\n"), "{after}");
}
