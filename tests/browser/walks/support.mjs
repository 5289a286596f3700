// A resident supports a neighbour's proposal: signs in by mail on the way, comes back, supports, and takes it back.
// `stop(name, page)` is called on every page. Nothing here reads words, so that it holds in every language.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const LINK = /http:\/\/\S+\/sign-in\/link\S+/;
const SECTION = "section[aria-labelledby=support]";

/** From the list of a round to the own support and back again; answers in how many presses the support was given. */
export async function support({ page, language }, slug, mailbox, stop) {
  const email = `nachbar-${language}@example.org`;
  await page.goto(`/${language}/rounds/${slug}/proposals?order=supported`);
  await stop("proposals by supports", page);
  await page.locator("ol.rows h3 a").first().click();
  const proposal = new URL(page.url()).pathname;
  const before = await page.locator(`${SECTION} b`).first().textContent();
  await stop("a proposal and its supports", page);

  await page.locator(`${SECTION} a.btn`).click();
  assert.match(new URL(page.url()).pathname, /\/sign-in$/);
  await page.fill("#mail", email);
  await press(page, 'form[action$="/sign-in/mail"] button');
  await page.goto(await mailbox.find(email, LINK));
  await press(page, "main form .acts button");
  assert.equal(new URL(page.url()).pathname, `${proposal}/support`, "the sign-in leads back");
  await stop("supporting a proposal", page);
  assert.equal(await press(page, `${SECTION} button[value=give]`), 200);
  assert.equal(new URL(page.url()).pathname, proposal);
  assert.notEqual(await page.locator(`${SECTION} b`).first().textContent(), before);
  assert.equal(await page.locator(`${SECTION} [role=status]`).count(), 1, "it is said");
  await stop("a proposal that one supports", page);

  await page.goto(`/${language}/rounds/${slug}/proposals?order=supported`);
  await stop("proposals with buttons", page);
  const row = `#p${proposal.slice(-5)}`;
  await press(page, `${row} button[value=take]`);
  assert.equal(new URL(page.url()).hash, row, "the list stays where it was");
  assert.equal(await page.locator(`${row} button[value=give]`).count(), 1);
  await page.goto(proposal);
  assert.equal(await page.locator(`${SECTION} b`).first().textContent(), before);
}
