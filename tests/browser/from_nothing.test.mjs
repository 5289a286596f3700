// From an empty database to an organisation at work, by the pages alone, on a small telephone without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { connect, openWindow } from "./harness/browser.mjs";
import { Mailbox } from "./harness/mailbox.mjs";
import { Program } from "./harness/program.mjs";
import {
  acceptInvitation,
  arrive,
  becomeResident,
  describeOrganisation,
  enterAsNurse,
  findEverybody,
  invite,
  openWorkplace,
} from "./walks/from_nothing.mjs";
import { propose, takeBack } from "./walks/propose.mjs";
import { CITIZENS, STAFF, setUpRound } from "./walks/set_up.mjs";

const ADA = { email: "ada@lindenau.example", name: "Ada Linde", password: "wandering clouds over lindenau" };
const INVITED = [
  ["bruno@lindenau.example", "administrator"],
  ["carla@lindenau.example", "reviewer", [0]],
  ["dilek@lindenau.example", "reviewer", [1]],
  ["emil@lindenau.example", "reviewer", [0, 1]],
  ["frida@lindenau.example", "counter_staff"],
];
const SMALL = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

describe("from an empty database", () => {
  let program;
  let browser;
  let mailbox;
  let ward;
  let signedIn;
  before(async () => {
    program = await Program.serve(ADA);
    browser = await connect();
    mailbox = new Mailbox(program.mails);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  /** Nothing may scroll sideways on the small telephone. */
  const stop = async (name, page) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, `${name} scrolls sideways`);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name.replace(/\W+/g, "-")}.png`, fullPage: true });
    }
  };

  /** Lets somebody walk in a browser of their own. */
  const somebody = async (walk, more = {}) => {
    const { context, page, offences } = await openWindow(browser, program.origin, { ...SMALL, ...more });
    try {
      await walk({ context, page, language: "de", stop });
      assert.deepEqual(offences, []);
    } finally {
      await context.close();
    }
  };

  test("an administrator describes the organisation and invites people", () =>
    somebody(async (visit) => {
      await arrive(visit, ADA);
      await describeOrganisation(visit);
      for (const [email, role, departments] of INVITED) await invite(visit, email, role, departments);
      ward = await openWorkplace(visit, "Station 4B");
      await setUpRound(visit, CITIZENS, stop);
      await setUpRound(visit, STAFF, stop);
      signedIn = await visit.context.storageState();
    }));

  for (const [email, role] of INVITED) {
    test(`${email} becomes ${role}`, () => somebody((visit) => acceptInvitation(visit, mailbox, email)));
  }

  test("a resident has an account", () =>
    somebody((visit) => becomeResident(visit, mailbox, "gustav@example.org")));

  test("a nurse without an address has an account", () => somebody((visit) => enterAsNurse(visit, ward)));

  test("the first administrator finds everybody with their task", () =>
    somebody((visit) => findEverybody(visit, [[ADA.email, "administrator"], ...INVITED]), { storageState: signedIn }));

  test("a resident without an account proposes something, and takes it back", () =>
    somebody(async (visit) => {
      const slip = await propose(visit, CITIZENS.slug, "Bänke an der Haltestelle");
      await takeBack(visit, slip);
    }));
});
