//! What a step shows: the boards by name. How one is drawn is left to the screens.

use crate::method::texts::text_keys;

text_keys! {
    /// A board: what stands on the shared screen during a step.
    Board {
        /// Direction, lessons, ground rules (SET-1).
        KickOff
        /// Drafts of objectives, hidden until all are in (SET-2).
        Drafts
        /// All drafts, shuffled and numbered, to be grouped (SET-3).
        Group
        /// Three dots each, hidden until all are in (SET-4).
        Dots
        /// One objective, large, with origin and dots (SET-5).
        Debate
        /// The ranked list with the line at three and the wall at five (SET-6).
        Cut
        /// The workbench of a key result (SET-7).
        Workbench
        /// Open baselines with days left (SET-8).
        Baselines
        /// One key result with its lights and four questions (SET-9).
        Refine
        /// Dependencies with their states (SET-10).
        Dependencies
        /// What the set contributes to, and the two tests (SET-11).
        Alignment
        /// The growing list of reasons and assumptions (SET-12).
        PreMortem
        /// A vote with count-in and reveal (SET-13, CHK-3).
        Votes
        /// The whole set, and the fist to five (SET-14).
        Commit
        /// Readings, one line each (CHK-1, SCO-1).
        Readings
        /// Nothing, then the set (CHK-2).
        Recall
        /// The few key results to talk about (CHK-4).
        Exceptions
        /// What was decided (CHK-5).
        Decide
        /// Assumptions and what came of them (MID-1, RET-5).
        Assumptions
        /// One objective with its key results, and the verdict (MID-2).
        KeepChangeDrop
        /// Old and new text (MID-3).
        Revisions
        /// The notice, the promise, the mark at 0.7 (SCO-2).
        GroundRule
        /// One key result to be scored (SCO-3).
        Scores
        /// The scores as a set (SCO-4).
        Pattern
        /// How freely the room can speak (RET-1).
        Tone
        /// The columns of the writing step (RET-2).
        Writing
        /// Confidence against what came out (RET-3).
        Calibration
        /// What mattered more or less (RET-4).
        Importance
        /// Effort, and signs of theatre (RET-6).
        Process
        /// Lessons and at most three changes (RET-7).
        Choose
        /// The set, the scores, thanks (RET-8).
        Close
        /// What the next kick-off opens with (HND-1).
        HandOver
    }
}
