//! Makes workspaces of any size: so many teams, so many quarters each, the same every time.
//!
//! Each quarter has four objectives of three key results, an opening vote, a check-in every two weeks and, once it is
//! over, scores, notes and effort: 41 files when it is closed. All but the last quarter are closed; the last one is 2027-Q1,
//! six weeks in on [`TODAY`].

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// The day on which the last quarter is six weeks old.
pub const TODAY: &str = "2027-02-12";

/// The cycle that runs on [`TODAY`].
pub const NOW: &str = "2027-q1";

/// The objectives that there are, each with its key results.
const THEMES: [Theme; 6] = [
    Theme {
        id: "sign-in",
        title: "Sign-in that shoppers can rely on",
        measures: [
            Measure { id: "sign-in-failures", metric: "failed sign-ins", unit: "%", from: 80, to: 20 },
            Measure {
                id: "lost-sign-ins",
                metric: "support requests about lost sign-ins",
                unit: "per week",
                from: 400,
                to: 100,
            },
            Measure { id: "sign-in-wait", metric: "time to sign in", unit: "s", from: 120, to: 30 },
        ],
    },
    Theme {
        id: "checkout",
        title: "Shoppers get through the checkout without asking anybody",
        measures: [
            Measure { id: "abandoned-baskets", metric: "abandoned baskets", unit: "%", from: 700, to: 550 },
            Measure {
                id: "paid-at-once",
                metric: "orders paid at the first try",
                unit: "%",
                from: 810,
                to: 950,
            },
            Measure { id: "checkout-wait", metric: "wait at the pay button", unit: "s", from: 42, to: 12 },
        ],
    },
    Theme {
        id: "on-call",
        title: "Nights belong to those who sleep",
        measures: [
            Measure { id: "pages-at-night", metric: "pages at night", unit: "per week", from: 90, to: 20 },
            Measure {
                id: "time-to-detect",
                metric: "time to detect an incident",
                unit: "min",
                from: 240,
                to: 50,
            },
            Measure { id: "recovery-time", metric: "time to recover", unit: "min", from: 950, to: 300 },
        ],
    },
    Theme {
        id: "onboarding",
        title: "New shops sell in their first week",
        measures: [
            Measure {
                id: "days-to-first-sale",
                metric: "days to the first sale",
                unit: "days",
                from: 180,
                to: 60,
            },
            Measure {
                id: "trial-conversion",
                metric: "trials that become customers",
                unit: "%",
                from: 110,
                to: 190,
            },
            Measure {
                id: "setup-questions",
                metric: "questions during the setup",
                unit: "per shop",
                from: 62,
                to: 22,
            },
        ],
    },
    Theme {
        id: "calm-delivery",
        title: "Our changes reach shops sooner, and nobody holds their breath",
        measures: [
            Measure {
                id: "change-lead-time",
                metric: "lead time of a change",
                unit: "h",
                from: 520,
                to: 160,
            },
            Measure {
                id: "change-failure-rate",
                metric: "changes that are taken back",
                unit: "%",
                from: 90,
                to: 40,
            },
            Measure { id: "review-wait", metric: "wait for the first review", unit: "h", from: 110, to: 40 },
        ],
    },
    Theme {
        id: "trust",
        title: "Kund:innen vertrauen uns ihre Zahlungen an – 安心して払える",
        measures: [
            Measure {
                id: "payment-errors",
                metric: "payments that stop half-way",
                unit: "%",
                from: 34,
                to: 8,
            },
            Measure { id: "refund-wait", metric: "wait for a refund", unit: "days", from: 90, to: 30 },
            Measure {
                id: "would-recommend",
                metric: "shops that would recommend us",
                unit: "%",
                from: 480,
                to: 640,
            },
        ],
    },
];

/// What people write at a check-in.
const CHANGED: [&str; 6] = [
    "The replica serves all reads.",
    "By cause: a third are retries of the app, not tokens.",
    "Zahlen noch vorläufig – Korrektur folgt.",
    "Variant B wins by a hand's breadth; \\\"north star\\\" is renamed.",
    "Data is one day late; the value is an estimate.",
    "Good week \u{1f389}",
];

/// What a retrospective keeps.
const LESSONS: [&str; 4] = [
    "A median of three is a story, not a number.",
    "Ask other teams for their yes before the commit, with a date.",
    "What we measured weekly moved; what we measured once did not.",
    "The first breakdown by cause was worth more than all meetings before it.",
];

struct Theme {
    id: &'static str,
    title: &'static str,
    measures: [Measure; 3],
}

struct Measure {
    id: &'static str,
    metric: &'static str,
    unit: &'static str,
    /// The baseline in tenths.
    from: i64,
    /// The target in tenths.
    to: i64,
}

impl Measure {
    /// What it reads after so many tenths of the way.
    fn after(&self, tenths: i64) -> String {
        let value = self.from * 10 + (self.to - self.from) * tenths;
        format!("{}.{:02}", value / 100, value % 100)
    }
}

/// A quarter of the calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cycle {
    year: i64,
    quarter: i64,
}

impl Cycle {
    /// The quarter so many before the one that runs.
    fn before_now(count: usize) -> Self {
        let quarters = 2027 * 4 - i64::try_from(count).unwrap_or(0);
        Self { year: quarters.div_euclid(4), quarter: quarters.rem_euclid(4) + 1 }
    }

    fn id(self) -> String {
        format!("{}-q{}", self.year, self.quarter)
    }

    /// A day of its first, second or third month.
    fn day(self, month: i64, day: i64) -> String {
        format!("{}-{:02}-{day:02}", self.year, self.quarter * 3 - 3 + month)
    }

    fn last(self) -> String {
        self.day(3, if matches!(self.quarter, 1 | 4) { 31 } else { 30 })
    }

    /// The days of its check-ins.
    fn check_ins(self) -> [String; 6] {
        [(1, 15), (1, 29), (2, 12), (2, 26), (3, 12), (3, 26)].map(|(month, day)| self.day(month, day))
    }
}

/// Numbers that are the same every time.
struct Dice(u64);

impl Dice {
    fn of(team: usize, cycle: Cycle) -> Self {
        let seed = format!("{team}/{}", cycle.id());
        // FNV-1a, so that neighbours differ.
        Self(seed.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// The id of a team.
pub fn team_id(team: usize) -> String {
    format!("team-{team:04}")
}

/// The id of a key result that the first team has now.
pub fn first_key_result() -> &'static str {
    themes(0, Cycle::before_now(0)).next().map_or("", |theme| theme.measures[0].id)
}

/// The team a team belongs to: six hang on each.
fn parent(team: usize) -> Option<usize> {
    team.checked_sub(1).map(|before| before / 6)
}

/// The themes a team works on in a cycle, four of them.
fn themes(team: usize, cycle: Cycle) -> impl Iterator<Item = &'static Theme> {
    let from = Dice::of(team, cycle).below(THEMES.len());
    (0..4).map(move |at| &THEMES[(from + at) % THEMES.len()])
}

/// Writes a workspace of so many teams and quarters into a folder, and gives the number of its files.
///
/// # Errors
///
/// A file cannot be written.
pub fn write(root: &Path, teams: usize, quarters: usize) -> io::Result<usize> {
    let cycles: Vec<Cycle> = (0..quarters).rev().map(Cycle::before_now).collect();
    let mut folder = Folder { root, files: 0 };
    folder.put("okr.toml", "format = 1\norganisation = \"Acme\"\ncadence = \"bi-weekly\"\n")?;
    for cycle in &cycles {
        let label = cycle.id().to_uppercase();
        let days = format!("label = \"{label}\"\nfirst = {}\nlast = {}\n", cycle.day(1, 1), cycle.last());
        folder.put(&format!("cycles/{}.toml", cycle.id()), &days)?;
    }
    for team in 0..teams {
        folder.put(&format!("teams/{}/team.toml", team_id(team)), &team_text(team))?;
        for (at, cycle) in cycles.iter().enumerate() {
            let follows = at.checked_sub(1).map(|before| cycles[before]);
            Quarter { team, cycle: *cycle, follows }.write(&mut folder)?;
        }
    }
    Ok(folder.files)
}

fn team_text(team: usize) -> String {
    let level = match team {
        0 => "company",
        1..=6 => "function",
        _ => "team",
    };
    let above = parent(team).map_or_else(String::new, |above| format!("parent = \"{}\"\n", team_id(above)));
    let name = THEMES[team % THEMES.len()].id;
    format!(
        "name = \"Team {name} {team}\"\nlevel = \"{level}\"\n{above}people = [\"Ana Ruiz\", \"Ben Okoro\", \"Chloé Martin\", \"Dai Sato\", \"Eva Lund\"]\n"
    )
}

struct Folder<'r> {
    root: &'r Path,
    files: usize,
}

impl Folder<'_> {
    fn put(&mut self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        self.files += 1;
        fs::write(path, text)
    }
}

/// One team's cycle on its way into files.
struct Quarter {
    team: usize,
    cycle: Cycle,
    follows: Option<Cycle>,
}

impl Quarter {
    fn write(&self, folder: &mut Folder<'_>) -> io::Result<()> {
        let mut dice = Dice::of(self.team, self.cycle);
        let root = format!("teams/{}/{}", team_id(self.team), self.cycle.id());
        folder.put(&format!("{root}/cycle.toml"), &self.frame())?;
        let mut measures = Vec::new();
        for (at, theme) in themes(self.team, self.cycle).enumerate() {
            let path = format!("{root}/objectives/{}", theme.id);
            folder.put(&format!("{path}/objective.toml"), &self.objective(theme, at))?;
            for (rank, measure) in theme.measures.iter().enumerate() {
                folder.put(&format!("{path}/{}.toml", measure.id), &self.key_result(measure, rank))?;
                measures.push((measure, i64::try_from(dice.below(11)).unwrap_or(0)));
            }
        }
        self.check_ins(folder, &root, &measures, &mut dice)?;
        if self.is_closed() { self.closing(folder, &root, &measures, &mut dice) } else { Ok(()) }
    }

    fn is_closed(&self) -> bool {
        self.cycle != Cycle::before_now(0)
    }

    fn frame(&self) -> String {
        let follows = self.follows.map_or_else(String::new, |last| format!("follows = \"{}\"\n", last.id()));
        let closed =
            if self.is_closed() { format!("closed = {}\n", self.cycle.last()) } else { String::new() };
        format!(
            "{follows}committed = {}\n{closed}sponsor_promise = \"A number that does not move is news to me, not a verdict on you.\"\n\n\
             [principles]\npay_free = true\noutcomes = true\nnegotiated = true\nambitious = true\nfew = true\n\n\
             [[not_now]]\nid = \"second-region\"\ntext = \"A second region\"\nreason = \"Worth a quarter of its own.\"\n\n\
             [[keep_running]]\nid = \"fraud-rules\"\ntext = \"Fraud rules reviewed every second Monday\"\n",
            self.cycle.day(1, 1)
        )
    }

    fn objective(&self, theme: &Theme, at: usize) -> String {
        let link = parent(self.team).map_or_else(String::new, |above| {
            let helped = themes(above, self.cycle).next().map_or("sign-in", |theme| theme.id);
            let to = format!("{}/{}/{helped}", team_id(above), self.cycle.id());
            format!(
                "contributes_to = \"{to}\"\ncontribution = \"Most of what they wait for begins with us.\"\n"
            )
        });
        format!(
            "title = \"{}\"\nrank = {}\nwhy_now = \"Two large shops leave in summer if it stays as it is.\"\norigin = \"ours\"\n{link}\
             alternative = \"More people on support: helps at once, and mends nothing.\"\n\n\
             [[assumption]]\nid = \"{}-waits-for-us\"\ntext = \"What people wait for is on our side.\"\nnoticed_by = \"It gets faster here and not for them.\"\n",
            theme.title,
            (at + 1) * 10,
            theme.id
        )
    }

    fn key_result(&self, measure: &Measure, rank: usize) -> String {
        let due = self.cycle.last();
        let (from, to) = (measure.after(0), measure.after(10));
        let Measure { id, metric, unit, .. } = measure;
        let title =
            format!("{}{} from {from} to {to} {unit} by {due}", metric[..1].to_uppercase(), &metric[1..]);
        let direction = if measure.to > measure.from { "increase" } else { "decrease" };
        let day = self.cycle.day(1, 1);
        let definition = format!(
            "kind = \"change\"\nmetric = \"{metric}\"\nmetric_id = \"{id}\"\naggregation = \"mean\"\nscope = \"all shops, last four weeks\"\n\
             unit = \"{unit}\"\ndirection = \"{direction}\"\nbaseline = {from}\nbaseline_date = {day}\nsource = \"the dashboard of the team\"\n\
             target = {to}\ndue = {due}\n"
        );
        format!(
            "title = \"{title}\"\nrank = {}\ncontact = \"Eva Lund\"\ndata = \"have\"\ninfluence = \"full\"\n\n[measure]\n{definition}\n\
             [refinement]\nstill_have_problem = false\nnearer = true\npromised_outside = false\ncan_move = true\n\n\
             [[initiative]]\nid = \"first-try\"\ntext = \"Try it with ten shops\"\n\n\
             [[revision]]\ndate = {day}\nreason = \"committed\"\ntitle = \"{title}\"\n\n[revision.measure]\n{definition}",
            (rank + 1) * 10
        )
    }

    /// The opening vote and the check-ins so far.
    fn check_ins(
        &self,
        folder: &mut Folder<'_>,
        root: &str,
        measures: &[(&Measure, i64)],
        dice: &mut Dice,
    ) -> io::Result<()> {
        let mut vote = format!("date = {}\nkind = \"opening\"\n", self.cycle.day(1, 1));
        for (measure, _) in measures {
            let low = dice.below(9) * 5 + 10;
            let _ = write!(
                vote,
                "\n[[check_in]]\nkey_result = \"{}\"\nconfidence = [{low}, {}, {}]\n",
                measure.id,
                low + 20,
                low + 40
            );
        }
        folder.put(&format!("{root}/checkins/{}-opening.toml", self.cycle.day(1, 1)), &vote)?;
        let days = self.cycle.check_ins();
        let held = days.iter().zip(1..).filter(|(day, _)| self.is_closed() || day.as_str() <= TODAY);
        for (day, number) in held {
            let mut text = format!("date = {day}\nkind = \"check-in\"\ndecision = \"Plan stands.\"\n");
            for (measure, moved) in measures {
                let (now, sure) = (measure.after(moved * number / 6), dice.below(15) * 5 + 10);
                let changed = dice.one(&CHANGED);
                let _ = write!(
                    text,
                    "\n[[check_in]]\nkey_result = \"{}\"\nreading = {now}\nconfidence = [{sure}, {}]\nchanged = \"{changed}\"\nplan = \"yes\"\n",
                    measure.id,
                    sure + 10
                );
            }
            folder.put(&format!("{root}/checkins/{day}-sitting.toml"), &text)?;
        }
        Ok(())
    }

    /// Scores, notes and effort.
    fn closing(
        &self,
        folder: &mut Folder<'_>,
        root: &str,
        measures: &[(&Measure, i64)],
        dice: &mut Dice,
    ) -> io::Result<()> {
        let last = self.cycle.last();
        for (measure, moved) in measures {
            let (reading, whole, tenth) = (measure.after(*moved), moved / 10, moved % 10);
            let told = dice.one(&LESSONS);
            let text = format!(
                "reading = {reading}\ndate = {last}\nscore = {whole}.{tenth}\ntells_us = \"{told}\"\nwork_done = \"partly\"\n"
            );
            folder.put(&format!("{root}/scores/{}.toml", measure.id), &text)?;
        }
        for kind in ["lesson", "difficulty"] {
            let about = format!("key_result = \"{}\"\ndifficulty = \"right\"\n", measures[0].0.id);
            let about = if kind == "difficulty" { about.as_str() } else { "" };
            let text =
                format!("kind = \"{kind}\"\ntext = \"{}\"\ndate = {last}\n{about}", dice.one(&LESSONS));
            folder.put(&format!("{root}/retro/{kind}.toml"), &text)?;
        }
        for (phase, minutes) in [("setting", 120), ("scoring", 25), ("retrospective", 45)] {
            let text = format!(
                "date = {last}\nphase = \"{phase}\"\ntitle = \"The {phase}\"\nminutes = {minutes}\npeople = 5\n"
            );
            folder.put(&format!("{root}/sessions/{last}-{phase}.toml"), &text)?;
        }
        Ok(())
    }
}
