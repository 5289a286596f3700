// The office enters what the council decided on a published result: with mistakes, in two windows, with a correction, until
// all is decided. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const ACT = "main form .acts button.btn";
const REASON = "Der Platz reicht nur für die Hälfte.";
const SAVED = "p.office[role=alert]";

/** Today, or so many days later, where the demo is, as a field of a date takes it. */
export function today(days = 0) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date(Date.now() + days * 86_400_000));
}

/** Sheets that the page takes on paper. */
export async function sheets(page) {
  const file = await page.pdf({ format: "A4" });
  return file.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** Decides on every chosen project that is open, page by page of the list. */
async function decideOnAll(page, list) {
  await page.goto(list);
  for (;;) {
    const boxes = page.locator("main section > ol.rows input[value=carried_out]");
    const count = await boxes.count();
    for (let place = 0; place < count; place += 1) await boxes.nth(place).check();
    if (count > 0) assert.equal(await press(page, ACT), 200);
    if ((await page.locator("main .pager a[rel=next]").count()) === 0) return;
    await press(page, "main .pager a[rel=next]");
  }
}

/** From the first sitting to the decision on everything; `days` is how far ahead of the real time the program is. */
export async function decide({ context, page, language, round, days }, stop) {
  const list = `/${language}/office/rounds/${round}/decisions`;
  await page.goto(`/${language}/office/rounds/${round}/council-paper`);
  assert.ok((await sheets(page)) <= 2, "the paper has more than two sheets");
  await stop("the council's paper", page);

  await page.goto(list);
  await stop("decisions", page);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator(".problem[role=alert] li").count(), 2);
  await stop("decisions, nothing entered", page);
  await page.fill("#date", today(days));
  await page.fill("#paper", "DS/0412");
  const first = page.locator("main section > ol.rows > li").first();
  await first.locator("input[value=changed]").check();
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#paper"), "DS/0412");
  assert.equal(await first.locator("textarea[aria-invalid=true]").count(), 1);
  await stop("decisions, without a reason", page);

  const stale = await context.newPage();
  await stale.goto(list);
  await stale.fill("#date", today(days));
  await stale.locator("main section > ol.rows > li").first().locator("input[value=not_competent]").check();
  await stale.locator("main section > ol.rows > li textarea").first().fill("This took long to write.");
  await first.locator("textarea").fill(REASON);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator(SAVED).count(), 1);
  await stop("decisions, the first saved", page);
  assert.equal(await press(stale, ACT), 409);
  assert.match(await stale.locator(".problem").textContent(), /This took long to write\./);
  await stop("decisions, somebody else was faster", stale);
  await stale.close();

  await press(page, "main ol.rows a");
  await stop("correcting a decision", page);
  assert.equal(await press(page, ACT), 422);
  await stop("correcting a decision, without a reason", page);
  await page.fill("#paper", "DS/0413");
  await page.fill("#why", "The number of the paper was wrong.");
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator(SAVED).count(), 1);
  await stop("decisions, one corrected", page);

  await page.goto(`/${language}/office/rounds/${round}/decided`);
  await stop("saying that all is decided, too early", page);
  await decideOnAll(page, list);
  await stop("decisions, all saved", page);
  await page.goto(`/${language}/office/rounds/${round}/decided`);
  await stop("saying that all is decided", page);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator("div.office[role=alert]").count(), 1);
  await stop("the round, decided", page);
}
