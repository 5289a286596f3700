// An employee without e-mail at a shared computer: in with the code of a printed slip, out by the button on every page.
// `stop(name, page)` is called on every page. Nothing here reads words, so that it holds in every language.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";
import { mistyped, sloppy } from "./voter.mjs";

const ENTER = "main form .acts button.btn";
const DONE = ".shared form button";
const WARNING = ".shared [data-warning]";

/** Enters with a code; gives the status of the page that follows. */
async function enter(page, code) {
  await page.fill("#code", code);
  return press(page, ENTER);
}

/** Comes in, looks at the own account, and leaves the computer ready for the next person. */
export async function comeIn({ page, language }, { key, codes: [code] }, stop) {
  const entry = `/${language}/enter/${key}`;
  await page.goto(`/enter/${key}`);
  assert.match(new URL(page.url()).pathname, new RegExp(`^/(de|en)/enter/${key}$`), "the poster's address has no language");
  await page.goto(entry);
  await stop("the entry", page);

  const wrong = mistyped(code);
  assert.equal(await enter(page, wrong), 422);
  assert.equal(await page.inputValue("#code"), wrong);
  assert.equal(await page.locator("#code[aria-invalid=true]").count(), 1);
  await stop("the entry, refused", page);

  assert.equal(await enter(page, sloppy(code)), 200);
  assert.equal(new URL(page.url()).pathname, `/${language}`);
  await stop("the start page at a shared computer", page);
  await page.goto(`/${language}/account`);
  assert.equal(await page.locator(`main a[href$="/account/password"]`).count(), 0, "there is nothing for a password");
  await stop("the account of an employee", page);
  await page.goto(entry);
  await stop("the entry, signed in", page);
  await page.goto(`/${language}/account/profile`);
  await stop("the name of an employee", page);

  await press(page, DONE);
  assert.equal(new URL(page.url()).pathname, entry);
  assert.equal(await page.locator("main [role=status]").count(), 1);
  await stop("the entry, signed out", page);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, entry, "the way back shows nothing of whoever was here");
  await stop("the entry, once more", page);

  const missing = await page.goto(`/${language}/enter/none`);
  assert.equal(missing.status(), 404);
  await stop("an entry that is not there", page);
}

/** Whether a page leads back by itself without a script: where nobody may be typing. */
export async function leadsBack({ page, language }, { key, codes: [, code] }) {
  await page.goto(`/${language}/enter/${key}`);
  assert.equal(await enter(page, code), 200);
  for (const [path, count] of [["", 1], ["/account", 1], ["/account/profile", 0], ["/account/delete", 0]]) {
    await page.goto(`/${language}${path}`);
    assert.equal(await page.locator("meta[http-equiv=refresh]").count(), count, path);
    assert.equal(await page.locator(DONE).count(), 1, path);
  }
  await press(page, DONE);
}

/** Does nothing for a while, stays once, and is signed out the next time. */
export async function doNothing({ page, language }, { key, codes: [, , code] }, stop) {
  await page.clock.install();
  await page.goto(`/${language}/enter/${key}`);
  assert.equal(await enter(page, code), 200);
  await page.clock.fastForward("07:00");
  assert.equal(await page.locator(WARNING).isVisible(), false);
  await page.clock.fastForward("01:00");
  await page.locator(WARNING).waitFor();
  await stop("the warning at a shared computer", page);

  await page.locator("[data-stay-button]").click();
  await page.locator(WARNING).waitFor({ state: "hidden" });
  await page.clock.fastForward("07:00");
  assert.equal(await page.locator(WARNING).isVisible(), false, "the time began anew");

  await Promise.all([page.waitForURL(`**/enter/${key}?after=sign-out`), page.clock.fastForward("03:00")]);
  await page.goto(`/${language}/account`);
  assert.equal(new URL(page.url()).pathname, `/${language}/enter/${key}`);
  assert.equal(await enter(page, code), 200);
  assert.equal(new URL(page.url()).pathname, `/${language}/account`, "entering goes on where the time ended");
  await press(page, DONE);
}
