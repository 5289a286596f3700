// An auditor reads everything that has a reader: who was invited, sees each page, and finds nothing to send. `stop(name,
// page)` is called on every page.

import assert from "node:assert/strict";

import { acceptInvitation, invite } from "./from_nothing.mjs";
import { signIn } from "./office.mjs";

const AUDITOR = "revision@lindenau.example";
const PARTS = ["name", "logo", "colours", "help", "texts", "languages", "words", "neighbourhoods", "easy"];
const ROUND_PARTS = ["basics", "texts", "areas", "topics", "people", "ballot", "dates", "privacy"];

/** Looks at nothing: these pages are looked at elsewhere. */
async function pass() {}

/** Opens a page of the office, which has no form but those that search. */
async function read({ page, language }, path, stop) {
  const answer = await page.goto(`/${language}/office${path}`);
  assert.equal(answer.status(), 200, path);
  await readOn(page, path, stop);
}

/** Follows the first link that a list leads on with. */
async function follow({ page }, selector, stop) {
  const link = page.locator(selector).first();
  assert.equal(await link.count(), 1, selector);
  await page.goto(await link.getAttribute("href"));
  await readOn(page, selector, stop);
}

async function readOn(page, what, stop) {
  assert.equal(await page.locator("main form[method=post]").count(), 0, `${what} has nothing to send`);
  assert.doesNotMatch(await page.locator("main").textContent(), new RegExp(AUDITOR), `${what} tells no address of a person`);
  await stop(`an auditor reads ${what}`, page);
}

/** A window of the administrator invites, another one accepts and reads. */
export async function audit(visit, office, administrator, mailbox, stop) {
  const { round } = visit;
  await signIn(office, administrator, pass);
  await invite({ ...office, stop: pass }, AUDITOR, "auditor");
  await acceptInvitation({ ...visit, stop: pass }, mailbox, AUDITOR);

  await read(visit, "", stop);
  await read(visit, "/people", stop);
  await follow(visit, "main ol.rows h3 a", stop);
  await read(visit, "/organisation", stop);
  for (const part of PARTS) await read(visit, `/organisation/${part}`, stop);
  await read(visit, "/organisation/departments", stop);
  await follow(visit, "main ul.rows h2 a", stop);
  await read(visit, "/mails", stop);
  await read(visit, "/accessibility-reports?show=answered", stop);
  await follow(visit, "main ol.rows h2 a", stop);
  for (const part of ["open", "public", "rest"]) await read(visit, `/questions?show=${part}`, pass);
  await read(visit, "/questions", stop);
  await follow(visit, "main ol.rows h2 a", stop);
  await read(visit, "/tokens", stop);
  await read(visit, "/workplaces", stop);
  await follow(visit, "main ul.rows h3 a", stop);
  await read(visit, "/personnel-codes", stop);
  await read(visit, "/record", stop);
  await read(visit, "/record/roles", stop);
  await read(visit, `/rounds/${round}`, stop);
  await read(visit, `/rounds/${round}/decisions`, stop);
  await read(visit, `/rounds/${round}/council-paper`, stop);
  await read(visit, `/rounds/${round}/set-up`, stop);
  for (const part of ROUND_PARTS) await read(visit, `/rounds/${round}/set-up/${part}`, stop);
}
