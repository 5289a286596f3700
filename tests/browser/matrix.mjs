// Every page in one language, at three widths, light and dark: nothing is left that a machine can find.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { look } from "./harness/look.mjs";
import { Mailbox } from "./harness/mailbox.mjs";
import { withDemo } from "./harness/with_demo.mjs";
import { voteWithAccount } from "./walks/account.mjs";
import { audit } from "./walks/auditor.mjs";
import { comeIn } from "./walks/employee.mjs";
import { administer } from "./walks/office.mjs";
import { lookAround } from "./walks/public.mjs";
import { support } from "./walks/support.mjs";
import { collide, vote } from "./walks/voter.mjs";

/** Registers the tests of a language; `office` is the round that is brought to its result. */
export function matrix(language, office) {
  const demo = withDemo();
  const titles = new Map();

  /** A walk whose every page is a part of its own. */
  const walk = (name, way) =>
    test(`${language}: ${name}`, async (walked) => {
      const { context, page, offences } = await demo.open();
      const stop = (where, shown) =>
        walked.test(where, async () => {
          const found = await look(shown);
          const title = await shown.title();
          const path = new URL(shown.url()).pathname;
          if (titles.has(title) && titles.get(title) !== path) found.push(`has the title of ${titles.get(title)}: ${title}`);
          titles.set(title, path);
          found.push(...offences.splice(0));
          if (found.length > 0) assert.fail(found.map((line) => `${path}: ${line}`).join("\n"));
        });
      try {
        await way({ context, page, language }, stop);
      } finally {
        await context.close();
      }
    });

  walk("looking around", lookAround);
  walk("voting by points", (visit, stop) =>
    vote({ ...visit, round: "lindenau-2027" }, demo.ways.codes["lindenau-2027"][0], stop));
  walk("voting by approval", (visit, stop) =>
    vote({ ...visit, round: "schulhof-2027" }, demo.ways.codes["schulhof-2027"][0], stop));
  walk("voting with an account", (visit, stop) =>
    voteWithAccount({ ...visit, round: "schulhof-2027" }, "ada@lindenau.example", new Mailbox(join(demo.program.data, "mail")), stop));
  walk("two windows", async (visit, stop) => {
    const second = await demo.open();
    await collide({ ...visit, round: "lindenau-2027" }, second.page, demo.ways.codes["lindenau-2027"][1], stop);
    await second.context.close();
  });
  walk("coming in with a personnel code", (visit, stop) => comeIn(visit, demo.ways.entrance, stop));
  walk("supporting a proposal", (visit, stop) =>
    support(visit, "lindenau-2028", new Mailbox(join(demo.program.data, "mail")), stop));
  walk("the office", (visit, stop) => administer({ ...visit, round: office }, demo.ways, stop));
  walk("what an auditor reads", async (visit, stop) => {
    const { context, page } = await demo.open();
    const mailbox = new Mailbox(join(demo.program.data, "mail"));
    await audit({ ...visit, round: office }, { context, page, language }, demo.ways, mailbox, stop);
    await context.close();
  });
}
