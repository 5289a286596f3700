// The journeys of voters and of the office from end to end, with JavaScript and without, in English.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";

import { Mailbox } from "./harness/mailbox.mjs";
import { withDemo } from "./harness/with_demo.mjs";
import { voteWithAccount } from "./walks/account.mjs";
import { countAgain } from "./walks/count_again.mjs";
import { comeIn, doNothing, leadsBack } from "./walks/employee.mjs";
import { administer } from "./walks/office.mjs";
import { support } from "./walks/support.mjs";
import { collide, vote } from "./walks/voter.mjs";

const pass = async () => {};

for (const [how, javaScriptEnabled, voterOf, office] of [
  ["with JavaScript", true, 0, "lindenau-2027"],
  ["without JavaScript", false, 2, "schulhof-2027"],
]) {
  describe(how, () => {
    const demo = withDemo();

    const journey = (name, walk) =>
      test(name, async () => {
        const { context, page, offences } = await demo.open({ javaScriptEnabled });
        try {
          await walk({ context, page, language: "en" });
          assert.deepEqual(offences, []);
        } finally {
          await context.close();
        }
      });

    journey("a voter gives points, replaces the vote and leaves no trace", (visit) =>
      vote({ ...visit, round: "lindenau-2027" }, demo.ways.codes["lindenau-2027"][voterOf], pass));

    journey("a voter approves of projects, replaces the vote and leaves no trace", (visit) =>
      vote({ ...visit, round: "schulhof-2027" }, demo.ways.codes["schulhof-2027"][0], pass));

    journey("a second window with the same code keeps its choice", async (visit) => {
      const second = await demo.open({ javaScriptEnabled });
      await collide({ ...visit, round: "lindenau-2027" }, second.page, demo.ways.codes["lindenau-2027"][voterOf + 1], pass);
      assert.deepEqual(second.offences, []);
      await second.context.close();
    });

    journey("a resident with an account comes by mail from the round to the receipt", async (visit) => {
      await visit.page.setViewportSize({ width: 360, height: 740 });
      const mailbox = new Mailbox(join(demo.program.data, "mail"));
      await voteWithAccount({ ...visit, round: "schulhof-2027" }, `ada-${voterOf}@lindenau.example`, mailbox, pass);
    });

    journey("an employee comes in with the code of a slip and leaves nothing behind", async (visit) => {
      await visit.page.setViewportSize({ width: 360, height: 740 });
      await comeIn(visit, demo.ways.entrance, pass);
    });

    journey("a resident signs in by mail on the way to support a proposal, and takes it back", async (visit) => {
      await visit.page.setViewportSize({ width: 360, height: 740 });
      await support(visit, "lindenau-2028", new Mailbox(join(demo.program.data, "mail")), pass);
    });

    if (javaScriptEnabled) {
      journey("a shared computer warns, lets stay, and signs out", (visit) => doNothing(visit, demo.ways.entrance, pass));
    } else {
      journey("a shared computer leads back where nobody may be typing", (visit) => leadsBack(visit, demo.ways.entrance));
    }

    journey("an administrator brings a round from voting to its result, which anybody can count again", async (visit) => {
      await administer({ ...visit, round: office }, demo.ways, pass);
      await countAgain(visit.page, demo.program.data);
    });
  });
}
