// A service on an empty database and a browser for one test file; people walk on a small telephone without JavaScript.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { connect, openWindow } from "./browser.mjs";
import { Mailbox } from "./mailbox.mjs";
import { Program } from "./program.mjs";

const SMALL = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

/** Nothing may scroll sideways on the small telephone; SCREENSHOTS names a folder for pictures of the pages. */
export async function stop(name, page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${name} scrolls sideways`);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name.replace(/\W+/g, "-")}.png`, fullPage: true });
  }
}

/** Starts a service that knows one administrator, before the tests of the block that calls this, and stops it after them. */
export function fromEmpty(administrator) {
  const empty = {
    /** Lets somebody walk in a browser of their own. */
    async somebody(walk) {
      const { context, page, offences } = await openWindow(empty.browser, empty.program.origin, SMALL);
      try {
        await walk({ context, page, language: "de", stop });
        assert.deepEqual(offences, []);
      } finally {
        await context.close();
      }
    },
  };
  before(async () => {
    empty.program = await Program.serve(administrator);
    empty.mailbox = new Mailbox(empty.program.mails);
    empty.browser = await connect();
  });
  after(async () => {
    await empty.browser?.close();
    await empty.program?.stop();
  });
  return empty;
}
