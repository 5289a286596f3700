// The steps that only a whole round needs, each as short as people take it: coming back to the office on a later day, ten
// proposals in three ways, verdicts, an objection, the ballot, votes.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";
import { codeNow } from "../harness/telephone.mjs";
import { ballot, enterCode, give } from "./voter.mjs";

const ACT = "main form .acts button.btn:not(.btn-2)";
const SIGN_IN_LINK = /http:\/\/127\.0\.0\.1:\d+\/\w+\/sign-in\/\S+/;
const act = (name) => `main form button.btn[name=act][value=${name}]`;

/** Whoever has an office role comes back after `days`, by the link of a mail and the telephone with this key. */
export async function comeBack({ page, language }, mailbox, email, key, days) {
  await page.goto(`/${language}/office`);
  await page.fill("#mail", email);
  await press(page, "main form:has(#mail) .acts button.btn");
  await page.goto(await mailbox.find(email, SIGN_IN_LINK));
  assert.equal(await press(page, ACT), 200);
  await page.fill("#code", codeNow(key, days));
  assert.equal(await press(page, ACT), 200);
  await page.goto(`/${language}/office`);
  assert.match(new URL(page.url()).pathname, /\/office$/, email);
}

/** A resident proposes on the web without an account; gives the change code. */
export async function submit({ page, language }, slug, { title, body, area, email }) {
  await page.goto(`/${language}/rounds/${slug}/propose`);
  await page.fill("#title", title);
  await page.fill("#body", body);
  await press(page, ACT);
  await page.locator("main label", { hasText: area }).click();
  await press(page, ACT);
  if (page.url().endsWith("/similar")) await press(page, "main a.btn:not(.btn-2)");
  await page.fill("#email", email ?? "");
  await press(page, ACT);
  assert.equal(await press(page, ACT), 200);
  assert.match(page.url(), /\/propose\/receipt$/, title);
  return (await page.locator(".code").nth(1).textContent()).trim();
}

/** Somebody at the counter enters what came in on paper or by telephone. */
export async function enter({ page, language }, slug, { title, body, area, source }) {
  await page.goto(`/${language}/office/rounds/${slug}/enter-proposal`);
  await page.locator(`input[name=source][value=${source}]`).check();
  await page.fill("#title", title);
  await page.fill("#body", body);
  await page.locator("main label", { hasText: area }).first().click();
  assert.equal(await press(page, "main form[enctype] .acts button.btn"), 200, title);
}

/** A moderator lets everybody read what waits for a check; gives how many texts waited. */
export async function show({ page, language, stop }, slug) {
  for (let shown = 0; ; shown += 1) {
    await page.goto(`/${language}/office/rounds/${slug}/proposals`);
    if (shown === 0) await stop("texts that wait for a check", page);
    const first = page.locator("main ol.rows h3 a").first();
    if ((await first.count()) === 0) return shown;
    await page.goto(await first.getAttribute("href"));
    assert.equal(await press(page, "main form:has(input[name=act][value=show]) button.btn"), 200);
  }
}

/** The addresses of all that waits in the queue of reviews, by title. */
export async function queue({ page, language }, slug) {
  await page.goto(`/${language}/office/rounds/${slug}/review?of=all`);
  const links = await page.$$eval("main ol.rows h3 a", (all) => all.map((link) => [link.textContent.trim(), link.href]));
  return Object.fromEntries(links);
}

/** A reviewer decides on the proposal at `address`; besides the three choices, `typed` holds what else is written. */
export async function decideOn({ page }, address, { route, competence = "ours", feasibility = "feasible", ...typed }) {
  await page.goto(address);
  for (const [name, value] of Object.entries({ route, competence, feasibility })) {
    await page.check(`input[name=${name}][value=${value}]`);
  }
  for (const [name, value] of Object.entries(typed)) await page.fill(`#${name}`, value);
  assert.equal(await press(page, act("decide")), 200, `${await page.locator("main .problem").allTextContents()}`);
}

/** The author objects to a verdict, under the change code. */
export async function object({ page, language, stop }, code, why) {
  await page.goto(`/${language}/proposals/mine`);
  await page.fill("#code", code);
  assert.equal(await press(page, ACT), 200);
  await stop("an own proposal that is not possible", page);
  await page.locator("main details", { has: page.locator("button[value=object]") }).locator("summary").click();
  await page.locator("main form textarea").first().fill(why);
  assert.equal(await press(page, act("object")), 200);
  await stop("an own proposal, objected", page);
}

/** Freezes the ballot as it stands; gives how many projects it says are on it. */
export async function freeze({ page, language, stop }, slug) {
  await page.goto(`/${language}/office/rounds/${slug}/shortlist`);
  await stop("the ballot before it is frozen", page);
  const on = await page.locator("main ol.rows > li").count();
  assert.equal(await press(page, act("freeze")), 200);
  assert.equal(await page.locator("div.office[role=alert]").count(), 1);
  await stop("the ballot, frozen", page);
  return on;
}

/** Votes with a code: these values for the projects of each area, in their order there. Gives the receipt. */
export async function cast(visit, code, values) {
  const { page } = visit;
  assert.equal(await enterCode(visit, code), 200);
  const areas = await ballot(page);
  const byTitle = await page.$$eval("section.ballot .pts", (all) =>
    all.map((one) => [one.closest("li, article, fieldset").querySelector("h3, legend, .title").textContent.trim(), one.querySelector("input").name]),
  );
  assert.ok(areas.length > 0);
  for (const [title, value] of Object.entries(values)) {
    const [, name] = byTitle.find(([shown]) => shown.includes(title)) ?? assert.fail(`${title} is not on the ballot`);
    await give(page, name, value);
  }
  assert.equal(await press(page, 'form[action$="/vote/check"] button.btn'), 200);
  assert.equal(await press(page, "#cast .acts button.btn"), 200);
  return (await page.locator("p.code.slip bdi").textContent()).trim();
}
