// From the sign-in to the published result and back out, with mistakes. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const ACT = "main form .acts button.btn";
const COUNTED = 'main a.btn[href$="/publish"]';

/** Signs in; the wrong password first. */
export async function signIn({ page, language }, { email, password }, stop) {
  await page.goto(`/${language}/office`);
  assert.match(new URL(page.url()).pathname, /\/sign-in$/);
  await stop("the sign-in", page);

  await page.fill("#email", email);
  await page.fill("#password", `${password}!`);
  await press(page, ACT);
  assert.equal(await page.inputValue("#email"), email);
  assert.equal(await page.inputValue("#password"), "");
  assert.equal(await page.locator(".problem[role=alert]").count(), 1);
  await stop("the sign-in, refused", page);

  await page.fill("#password", password);
  assert.equal(await press(page, ACT), 200);
  assert.match(new URL(page.url()).pathname, /\/office$/);
  await stop("the office", page);
}

/** Opens one of a round's acts; gives the round's title. */
async function openAct({ page, language, round }, act) {
  const answer = await page.goto(`/${language}/office/rounds/${round}/${act}`);
  assert.equal(answer.status(), 200, act);
  return (await page.locator("main > p.small").first().textContent()).trim();
}

/** Lets voting last longer. */
async function extend(visit, stop) {
  const { page } = visit;
  await openAct(visit, "extend");
  await stop("extending", page);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("#reason[aria-invalid=true]").count(), 1);
  await stop("extending, without a reason", page);

  const later = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await page.fill("#date", later);
  await page.fill("#time", "18:00");
  await page.fill("#reason", "The letters for two streets came back.");
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator("div.office[role=alert]").count(), 1);
  await stop("the round, extended", page);
}

/** Ends voting; a second window finds that somebody else was faster and keeps its reason. */
async function close(visit, stop) {
  const { page } = visit;
  const title = await openAct(visit, "close");
  await stop("closing", page);
  const reason = "Every household has voted.";
  await page.fill("#reason", reason);
  await page.fill("#confirm", "another round");
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#reason"), reason);
  assert.equal(await page.locator("#confirm[aria-invalid=true]").count(), 1);
  await stop("closing, another title typed", page);

  const stale = await visit.context.newPage();
  await openAct({ ...visit, page: stale }, "close");
  await page.fill("#confirm", title);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator("div.office[role=alert]").count(), 1);
  await stop("the round, closed", page);

  await stale.fill("#reason", "A reason that took long to write.");
  await stale.fill("#confirm", title);
  assert.equal(await press(stale, ACT), 409);
  assert.match(await stale.locator("main").textContent(), /A reason that took long to write\./);
  await stop("somebody else closed meanwhile", stale);
  await stale.close();
}

/** Certifies, waits for the count and publishes. */
async function certifyAndPublish(visit, stop) {
  const { page } = visit;
  const title = await openAct(visit, "certify");
  await stop("certifying", page);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("#confirm[aria-invalid=true]").count(), 1);
  await stop("certifying, no title typed", page);
  await page.fill("#confirm", title);
  assert.equal(await press(page, ACT), 200);
  await stop("the count", page);

  const until = Date.now() + 60_000;
  while ((await page.locator(COUNTED).count()) === 0) {
    assert.ok(Date.now() < until, "the count took more than a minute");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.goto(`/${visit.language}/office/rounds/${visit.round}/certify`);
  }
  await stop("the count, done", page);
  await press(page, COUNTED);
  await stop("publishing", page);
  assert.equal(await press(page, ACT), 200);
  await stop("the round, published", page);
}

/** Changes a setting and brings it back, with a mistake in between. */
async function settings({ page, language }, stop) {
  const answer = await page.goto(`/${language}/office/settings`);
  assert.equal(answer.status(), 200);
  await stop("settings", page);
  const zone = await page.inputValue("#time_zone");
  await page.fill("#time_zone", "Nowhere/Town");
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#time_zone"), "Nowhere/Town");
  await stop("settings, a mistake", page);
  await page.fill("#time_zone", zone);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator("p.office[role=alert]").count(), 1);
  await stop("settings, saved", page);
}

/** Looks through the whole record and at who held which role. */
async function readRecord({ page, language }, stop) {
  for (const [name, path] of [["the whole record", ""], ["who held which role", "/roles"]]) {
    const answer = await page.goto(`/${language}/office/record${path}`);
    assert.equal(answer.status(), 200, name);
    await stop(name, page);
  }
}

async function signOut({ page, language }, stop) {
  await press(page, 'form[action$="/sign-out"] button');
  assert.match(new URL(page.url()).pathname, /\/sign-in$/);
  await stop("signed out", page);
  await page.goto(`/${language}/office`);
  assert.match(new URL(page.url()).pathname, /\/sign-in$/);
}

/** A round from voting to its published result; afterwards the public result page is open. */
export async function administer(visit, administrator, stop) {
  const { page, language, round } = visit;
  await signIn(visit, administrator, stop);
  await page.goto(`/${language}/office/rounds/${round}`);
  await stop("a round in the office", page);
  await extend(visit, stop);
  await close(visit, stop);
  await certifyAndPublish(visit, stop);
  await settings(visit, stop);
  await readRecord(visit, stop);
  await signOut(visit, stop);
  const answer = await page.goto(`/${language}/rounds/${round}/result`);
  assert.equal(answer.status(), 200);
  await stop("the published result", page);
}
