//! What the keys of a text field do: key, title, sentence.

pub const KEYS: [[&str; 3]; 13] = [
    [
        "a letter",
        "Type",
        "Takes the place of what stands in the field, all of which is selected as one comes to it.",
    ],
    [
        "Left",
        "Left, Right",
        "Moves by one letter and keeps what stands there; steps a choice, a confidence, a score, and a number that is selected.",
    ],
    ["Home", "Home, End", "Goes to the beginning or the end of the field; Ctrl-A and Ctrl-E do the same."],
    [
        "Ctrl-Left",
        "A word left",
        "Goes a word to the left; Ctrl-Right goes a word to the right. Alt-B and Alt-F do the same.",
    ],
    [
        "Backspace",
        "Delete the letter before",
        "Deletes the letter before the cursor, Delete the one behind; a choice is taken back.",
    ],
    [
        "Ctrl-W",
        "Delete the word before",
        "Deletes the word before the cursor; Alt-D and Ctrl-Delete delete the one behind.",
    ],
    ["Ctrl-U", "Delete to the beginning", "Deletes all before the cursor."],
    ["Ctrl-K", "Delete to the end", "Deletes all behind the cursor."],
    [
        "Ctrl-Z",
        "Undo in the field",
        "Takes back the last word typed, deletion or paste in this field, 200 steps.",
    ],
    ["Ctrl-Y", "Redo in the field", "Does again what Ctrl-Z took back."],
    [
        "paste",
        "Paste",
        "By the key of your terminal; line breaks become blanks, and several lines of a list are asked about.",
    ],
    [
        "Space",
        "Choose a word",
        "Steps a choice, as Left and Right do; the first letter of a word chooses it.",
    ],
    ["Ctrl-C", "Leave from anywhere", "Leaves the form with its draft kept; once more leaves Quarterdeck."],
];
