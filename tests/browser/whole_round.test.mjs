// A citizens' round from an empty service to the council's decision, by the pages alone, on a small telephone without
// JavaScript. The service is started again on later days; nothing else makes time pass.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fromEmpty, stop } from "./harness/from_empty.mjs";
import { countAgain } from "./walks/count_again.mjs";
import { decide } from "./walks/council.mjs";
import { acceptInvitation, arrive, describeOrganisation, invite } from "./walks/from_nothing.mjs";
import { certifyAndPublish } from "./walks/office.mjs";
import { CITIZENS, setUpRound } from "./walks/set_up.mjs";
import { cast, comeBack, decideOn, enter, freeze, object, queue, show, submit } from "./walks/whole_round.mjs";

const ADA = { email: "ada@lindenau.example", name: "Ada Linde", password: "wandering clouds over lindenau" };
const EMIL = "emil@lindenau.example";
const FRIDA = "frida@lindenau.example";
const OLGA = "olga@example.org";
const { slug } = CITIZENS;

/** Ten proposals: the way each came in, its area, and what the office says to it. */
const TO_THE_VOTE = { route: "vote", reason: "Das ist möglich. Es kommt auf den Stimmzettel.", cost_source: "Schätzung" };
const PROPOSALS = [
  { title: "Bänke am Markt", area: "Altstadt", source: "web", verdict: { ...TO_THE_VOTE, cost_once: "20.000" } },
  { title: "Trinkbrunnen im Park", area: "Altstadt", source: "web", verdict: { ...TO_THE_VOTE, cost_once: "60.000" } },
  { title: "Bühne für die Schule", area: "Altstadt", source: "web", verdict: { ...TO_THE_VOTE, cost_once: "70.000" } },
  {
    title: "Zebrastreifen vor der Kita",
    area: "Nord",
    source: "web",
    email: OLGA,
    verdict: { route: "not_possible", feasibility: "unfeasible", reason: "Die Straße ist dort zu schmal." },
  },
  { title: "Hochbeete am Haus der Jugend", area: "Nord", source: "paper", verdict: { ...TO_THE_VOTE, cost_once: "8.000" } },
  { title: "Radständer am Bahnhof", area: "Nord", source: "paper", verdict: { ...TO_THE_VOTE, cost_once: "12.500" } },
  { title: "Schach im Freien", area: "Nord", source: "paper", verdict: { ...TO_THE_VOTE, cost_once: "75.000" } },
  {
    title: "Längere Züge nach Osten",
    area: "Altstadt",
    source: "phone",
    verdict: { route: "other_office", competence: "other", referred_to: "Die Bahn", reason: "Dafür ist das Land zuständig." },
  },
  {
    title: "Lampe am Durchgang reparieren",
    area: "Altstadt",
    source: "phone",
    verdict: { route: "direct", reason: "Das Straßenamt repariert sie.", next_step: "In dieser Woche" },
  },
  { title: "Nachbarfest im Hof", area: "Nord", source: "phone", verdict: { route: "fund", reason: "Dafür gibt es den Kiezfonds.", next_step: "Jury im Mai" } },
];
/** Ballots, of which several people hand in each. Fewer than ten in an area would be published as totals only. */
const VOTES = [
  { "Bänke am Markt": 3, "Trinkbrunnen": 2, "Zebrastreifen": 3, "Hochbeete": 2 },
  { "Bänke am Markt": 2, "Bühne": 3, "Zebrastreifen": 3, "Radständer": 2 },
  { "Trinkbrunnen": 3, "Bänke am Markt": 2, "Schach": 3 },
];
const BODY = "Viele ältere Menschen warten dort lange. Das würde ihnen helfen.";

describe("a citizens' round from an empty service to the council's decision", () => {
  const empty = fromEmpty(ADA);
  const { somebody } = empty;
  const keys = {};
  const codes = {};

  /** Lets somebody of the office walk on a later day. */
  const office = (email, days, walk) =>
    somebody(async (visit) => {
      await comeBack(visit, empty.mailbox, email, keys[email], days);
      await walk({ ...visit, round: slug, days });
    });

  test("an administrator sets up the round, invites a reviewer and a clerk", async () => {
    await somebody(async (visit) => {
      keys[ADA.email] = await arrive(visit, ADA);
      await describeOrganisation(visit);
      await invite(visit, EMIL, "reviewer", [0, 1]);
      await invite(visit, FRIDA, "counter_staff");
      await setUpRound(visit, CITIZENS, stop);
    });
    for (const email of [EMIL, FRIDA]) {
      await somebody(async (visit) => {
        keys[email] = await acceptInvitation(visit, empty.mailbox, email);
      });
    }
  });

  test("ten proposals come in: on the web, on paper, by telephone", async () => {
    for (const proposal of PROPOSALS.filter(({ source }) => source === "web")) {
      await somebody(async (visit) => {
        codes[proposal.title] = await submit(visit, slug, { ...proposal, body: BODY });
      });
    }
    await empty.program.travel(1);
    await office(FRIDA, 1, async (visit) => {
      for (const proposal of PROPOSALS.filter(({ source }) => source !== "web")) await enter(visit, slug, { ...proposal, body: BODY });
    });
    await office(ADA.email, 1, async (visit) => assert.equal(await show(visit, slug), PROPOSALS.length));
    await somebody(async ({ page, language }) => {
      await page.goto(`/${language}/rounds/${slug}/proposals`);
      assert.equal(await page.locator("main ol.rows > li").count(), PROPOSALS.length);
      await stop("ten proposals", page);
    });
  });

  test("a reviewer decides on each, and again after an objection", async () => {
    const [refused] = PROPOSALS.filter(({ verdict }) => verdict.route === "not_possible");
    await empty.program.travel(62);
    await office(EMIL, 62, async (visit) => {
      const waiting = await queue(visit, slug);
      assert.equal(Object.keys(waiting).length, PROPOSALS.length);
      for (const { title, verdict } of PROPOSALS) await decideOn(visit, waiting[title], verdict);
    });
    await somebody((visit) => object(visit, codes[refused.title], "Auf der anderen Seite ist Platz."));
    await empty.program.travel(63);
    await office(EMIL, 63, async (visit) => {
      const waiting = await queue(visit, slug);
      assert.deepEqual(Object.keys(waiting), [refused.title]);
      await decideOn(visit, waiting[refused.title], { ...TO_THE_VOTE, cost_once: "15.000" });
    });
  });

  test("the ballot is frozen, and people vote with codes from letters", async () => {
    await empty.program.travel(91);
    await office(ADA.email, 91, async (visit) => assert.equal(await freeze(visit, slug), 7));
    const letters = await empty.program.letterCodes(slug, 12);
    await empty.program.travel(101);
    for (let voter = 0; voter < 10; voter += 1) {
      await somebody((visit) => cast({ ...visit, round: slug }, letters[voter], VOTES[voter % VOTES.length]));
    }
  });

  test("the round is certified, counted and published, and the council decides", async () => {
    await empty.program.travel(121);
    await office(ADA.email, 121, (visit) => certifyAndPublish(visit, stop));
    await empty.program.travel(130);
    await office(ADA.email, 130, (visit) => decide(visit, stop));
  });

  test("anybody reads the result and counts it again", () =>
    somebody(async ({ page, language }) => {
      await page.goto(`/${language}/rounds/${slug}/result`);
      await stop("the published result", page);
      await countAgain(page, empty.program.data);
    }));
});
