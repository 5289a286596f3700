// From the page of a round by the digits of a mail to the receipt, with an account, in a demonstration.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";
import { ballot, give } from "./voter.mjs";

const WAY = "#account";
const DIGITS = /\b\d{3} ?\d{3}\b/;

/** A resident signs in by mail, comes back, declares, votes, and leaves nothing behind. */
export async function voteWithAccount(visit, email, mailbox, stop) {
  const { page, language, round } = visit;
  await page.goto(`/${language}/rounds/${round}`);
  await press(page, `main .acts a.btn[href$="/vote"]`);
  await stop("the ways to the ballot", page);

  await press(page, `${WAY} a.btn`);
  await page.fill("#mail", email);
  await press(page, "main form.sheet .acts button.btn");
  await page.fill("#code", await mailbox.find(email, DIGITS));
  assert.equal(await press(page, "main form:has(#code) button.btn"), 200);
  assert.match(new URL(page.url()).pathname, new RegExp(`/${round}/vote$`));
  await stop("the declaration", page);

  assert.equal(await press(page, `${WAY} button.btn`), 422);
  assert.equal(await page.locator(".problem[role=alert] a").count(), 1);
  await stop("the declaration, not ticked", page);
  await page.check("#declared");
  assert.equal(await press(page, `${WAY} button.btn`), 200);

  const [area] = await ballot(page);
  await give(page, area.names[0], 1);
  assert.equal(await press(page, 'form[action$="/vote/check"] button.btn'), 200);
  assert.equal(await press(page, "#cast .acts button.btn"), 200);
  assert.match((await page.locator("p.code.slip bdi").textContent()).trim(), /^[0-9A-Z][0-9A-Z -]{7,}$/);
  await stop("the receipt of an account", page);

  await page.goto(`/${language}/rounds/${round}/vote`);
  assert.equal(await page.locator("#declared").count(), 0);
  await stop("the ways to the ballot, known", page);
  await press(page, `${WAY} form[action$="/vote/account"] button.btn`);
  assert.equal(await page.locator("section.ballot").count(), 0);
  assert.equal(await press(page, 'main form[action$="/vote/leave"] button'), 200);
  await stop("the vote is left, the account is open", page);
  await press(page, 'main form[action$="/sign-out"] button');
  await page.goto(`/${language}/rounds/${round}/vote/ballot`);
  assert.equal(await page.locator(`${WAY} a.btn`).count(), 1);
}
