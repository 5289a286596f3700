//! The steps of a count, each in a sentence or two.

use allmende_tally::{Allocation, Completion, Exact, Outcome, Rule, Satisfaction, Step, Verdict};

use super::reasons;
use crate::locale::{Amounts, Arg, Rounding};
use crate::web::result::reason::reason_of;
use crate::web::result::view::Unit;

/// Writes the steps of one count.
pub(super) struct Teller<'a> {
    pub(super) allocation: &'a Allocation,
    pub(super) unit: Unit,
    pub(super) amounts: Amounts<'a>,
}

impl Teller<'_> {
    /// One step.
    pub(super) fn tell(&self, step: &Step) -> String {
        match step {
            Step::LotsDrawn { seed, order } => {
                self.say("tally-step-lots", &[("seed", seed.into()), ("projects", order.join(", ").into())])
            }
            Step::Overridden { project, funded: true, reason, left } => self.say(
                "tally-step-put-in",
                &[("project", project.into()), ("reason", reason.into()), ("left", self.whole(*left))],
            ),
            Step::Overridden { project, funded: false, reason, .. } => {
                self.say("tally-step-taken-out", &[("project", project.into()), ("reason", reason.into())])
            }
            Step::StruckOut { project, reason } => self.say(
                "tally-step-struck-out",
                &[("project", project.into()), ("reason", self.struck_out(project, reason).into())],
            ),
            Step::Loaded { .. } => self.loaded(step),
            Step::BestSet { welfare, cost } => {
                self.say("tally-step-best-set", &[("welfare", self.worth(welfare)), ("cost", self.whole(*cost))])
            }
            Step::Start { voters, share } => {
                self.say("tally-step-start", &[("voters", (*voters).into()), ("share", self.down(share))])
            }
            Step::ShareTried { .. } => self.share_tried(step),
            Step::Share { share } => self.say("tally-step-share", &[("share", self.down(share))]),
            Step::Free { project } => self.say("tally-step-free", &[("project", project.into())]),
            Step::Purchased { .. } => self.purchased(step),
            Step::Considered { project, place, cost, left, taken, .. } => self.say(
                if *taken { "tally-step-considered-taken" } else { "tally-step-considered-misfit" },
                &[
                    ("place", (*place).into()),
                    ("project", project.into()),
                    ("cost", self.whole(*cost)),
                    ("left", self.whole(*left)),
                ],
            ),
            Step::Tied { projects } => self.equal(projects),
            Step::Placed { .. } => self.placed(step),
            Step::Compared { prefer_equal_shares, prefer_ranking, replaced } => self.say(
                if *replaced { "tally-step-compared-replaced" } else { "tally-step-compared-kept" },
                &[("shares", (*prefer_equal_shares).into()), ("ranking", (*prefer_ranking).into())],
            ),
        }
    }

    fn loaded(&self, step: &Step) -> String {
        let Step::Loaded { project, load, cost, supporters, left, taken, tied } = step else { return String::new() };
        let (name, price) = (("project", Arg::from(project)), ("cost", self.whole(*cost)));
        let told = match (taken, load) {
            (true, Some(load)) => self.say(
                "tally-step-loaded",
                &[name, price, ("supporters", (*supporters).into()), ("load", self.up(load))],
            ),
            (true, None) => self.say("tally-step-loaded-free", &[name, price]),
            (false, _) => self.say("tally-step-load-end", &[name, price, ("left", self.whole(*left))]),
        };
        self.with_equal(told, tied)
    }

    fn share_tried(&self, step: &Step) -> String {
        let Step::ShareTried { runs, share, projects, cost, verdict, barred, ties } = step else {
            return String::new();
        };
        let told = self.say(
            "tally-step-share-tried",
            &[
                ("runs", i64::try_from(*runs).unwrap_or(i64::MAX).into()),
                ("share", self.down(share)),
                ("projects", (*projects).into()),
                ("cost", self.whole(*cost)),
            ],
        );
        let barred = ("barred", Arg::from(*barred));
        let followed = match verdict {
            Verdict::Within => self.say("tally-verdict-within", &[]),
            Verdict::PassesBudget => self.say("tally-verdict-passes-budget", &[]),
            Verdict::Exhaustive if self.looks_at_all() => self.say("tally-verdict-exhaustive-all", &[barred]),
            Verdict::Exhaustive => self.say("tally-verdict-exhaustive", &[barred]),
            Verdict::EverythingBought => self.say("tally-verdict-everything-bought", &[barred]),
        };
        ties.iter().fold(format!("{told} {followed}"), |told, tied| self.with_equal(told, tied))
    }

    /// Whether Add1 goes on as long as any project fits, though nobody wants it.
    const fn looks_at_all(&self) -> bool {
        matches!(
            self.allocation.rule,
            Rule::EqualShares { completion: Completion::Add1All | Completion::Add1AllGreedy, .. }
        )
    }

    fn purchased(&self, step: &Step) -> String {
        let Step::Purchased { project, largest_payment, paid, supporters, payers, left, tied, .. } = step else {
            return String::new();
        };
        // Counts from before payers were told do not know how many there were.
        let payers = if *payers == 0 { *supporters } else { *payers };
        let told = self.say(
            "tally-step-purchased",
            &[
                ("project", project.into()),
                ("supporters", payers.into()),
                ("paid", self.whole(*paid)),
                ("largest", self.up(largest_payment)),
                ("left", self.down(left)),
            ],
        );
        let told = match supporters.saturating_sub(payers) {
            0 => told,
            others => format!("{told} {}", self.say("tally-step-purchased-others", &[("others", others.into())])),
        };
        self.with_equal(told, tied)
    }

    fn placed(&self, step: &Step) -> String {
        let Step::Placed { project, place, score, distance, taken } = step else { return String::new() };
        let args = [("place", (*place).into()), ("project", project.into()), ("score", (*score).into())];
        if *taken {
            return self.say("tally-step-placed-taken", &args);
        }
        let [place, project, points] = args;
        match (self.threshold().filter(|least| score < least), distance) {
            (Some(least), _) => {
                self.say("tally-step-placed-below", &[place, project, points, ("threshold", least.into())])
            }
            (None, Some(distance)) => {
                let short = ("short", Arg::from(distance.saturating_neg()));
                self.say("tally-step-placed-missed", &[place, project, points, short])
            }
            (None, None) => self.say("tally-step-placed-none", &[place, project, points]),
        }
    }

    const fn threshold(&self) -> Option<i64> {
        match self.allocation.rule {
            Rule::Ranking { threshold, .. } | Rule::Top { threshold, .. } => threshold,
            Rule::Greedy { .. } | Rule::Welfare { .. } | Rule::Phragmen | Rule::EqualShares { .. } => None,
        }
    }

    /// The sentence of a project that a constraint struck out.
    fn struck_out(&self, project: &str, reason: &allmende_tally::Reason) -> String {
        let outcome =
            Outcome { id: project.to_owned(), score: 0, supporters: 0, funded: false, reason: reason.clone() };
        let reason = reason_of(&outcome, &self.allocation.rule, self.unit, self.amounts, &str::to_owned);
        reason.map(|reason| reasons::lacking(&reason, self.amounts)).unwrap_or_default()
    }

    fn with_equal(&self, told: String, tied: &[String]) -> String {
        if tied.is_empty() { told } else { format!("{told} {}", self.equal(tied)) }
    }

    fn equal(&self, projects: &[String]) -> String {
        self.say("tally-step-equal", &[("projects", projects.join(", ").into())])
    }

    /// Satisfaction: money where it is taken by cost.
    fn worth(&self, worth: &Exact) -> Arg<'static> {
        match (self.allocation.rule.satisfaction(), worth.floor()) {
            (Some(Satisfaction::Cost), _) => self.down(worth),
            (_, Some(number)) => Arg::Count(number),
            (_, None) => worth.to_string().into(),
        }
    }

    fn whole(&self, minor: i64) -> Arg<'static> {
        self.amounts.whole(minor).into()
    }

    /// What people have.
    fn down(&self, minor: &Exact) -> Arg<'static> {
        self.amounts.exact(&minor.to_string(), Rounding::Down).into()
    }

    /// What people pay or carry.
    fn up(&self, minor: &Exact) -> Arg<'static> {
        self.amounts.exact(&minor.to_string(), Rounding::Up).into()
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.amounts.words().plain(key, args)
    }
}
