// From the sign-in to the published result and back out, with mistakes. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";
import { review, select } from "./review.mjs";
import { enterAtCounter } from "./counter.mjs";
import { decide } from "./council.mjs";
import { CITIZENS, setUpRound } from "./set_up.mjs";

const ACT = "main form .acts button.btn";
const COUNTED = 'main a.btn[href$="/publish"]';

/** What the administrator's telephone shows: in a demonstration, the mailbox page. */
async function telephoneCode({ context, language }, email) {
  const mailbox = await context.newPage();
  await mailbox.goto(`/${language}/demo/mailbox`);
  const code = await mailbox.locator(`dt:has-text("${email}") + dd .code`).textContent();
  await mailbox.close();
  return code.trim();
}

/** Shows the code of the telephone; one that was used before must be waited out. */
async function showTelephone(visit, email) {
  const { page } = visit;
  for (let tries = 0; tries < 20; tries += 1) {
    await page.fill("#code", await telephoneCode(visit, email));
    if ((await press(page, ACT)) === 200) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  assert.fail("no code of the telephone was taken");
}

/** Signs in; the wrong password first, and a wrong code of the telephone. */
export async function signIn(visit, { email, password }, stop) {
  const { page, language } = visit;
  await page.goto(`/${language}/office`);
  assert.match(new URL(page.url()).pathname, /\/sign-in$/);
  await stop("the sign-in", page);

  const enter = 'main form:has(#password) .acts button.btn';
  await page.locator("main details:has(#password) summary").click();
  await page.fill("#email", email);
  await page.fill("#password", `${password}!`);
  await press(page, enter);
  assert.equal(await page.inputValue("#email"), email);
  assert.equal(await page.inputValue("#password"), "");
  assert.equal(await page.locator(".problem[role=alert]").count(), 1);
  await stop("the sign-in, refused", page);

  await page.fill("#password", password);
  assert.equal(await press(page, enter), 200);
  assert.match(new URL(page.url()).pathname, /\/sign-in\/second-factor$/);
  await stop("the second factor", page);
  await page.fill("#code", "12345");
  assert.equal(await press(page, ACT), 422);
  await stop("the second factor, refused", page);
  await showTelephone(visit, email);
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
export async function certifyAndPublish(visit, stop) {
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

/** The pages of the organisation that have a form, by the ends of their addresses. */
const PARTS = ["name", "logo", "colours", "help", "texts", "words", "neighbourhoods", "easy", "departments", "departments/new"];

/** Looks at every part of the organisation; changes one and brings it back, with a mistake in between. */
async function organisation({ page, language }, stop) {
  const answer = await page.goto(`/${language}/office/settings`);
  assert.equal(answer.status(), 200);
  assert.match(new URL(page.url()).pathname, /\/office\/organisation$/);
  await stop("the organisation", page);
  for (const part of PARTS) {
    const shown = await page.goto(`/${language}/office/organisation/${part}`);
    assert.equal(shown.status(), 200, part);
    await stop(`the organisation's ${part}`, page);
  }
  await page.goto(`/${language}/office/organisation/languages`);
  await stop("the organisation's languages", page);
  const zone = await page.inputValue("#time_zone");
  await page.fill("#time_zone", "Nowhere/Town");
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#time_zone"), "Nowhere/Town");
  await stop("the organisation's languages, a mistake", page);
  await page.fill("#time_zone", zone);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator("p.office[role=alert]").count(), 1);
  await stop("the organisation's languages, saved", page);
}

/** Sends a mail to oneself, and looks at what did not arrive. */
async function mails({ page, language }, stop) {
  await page.goto(`/${language}/office/mails`);
  await stop("how mails leave", page);
  assert.equal(await press(page, 'main form[action$="/mails/test"] button'), 200);
  assert.equal(await page.locator("p.office[role=alert]").count(), 1);
  await stop("how mails leave, a test sent", page);
  await page.goto(`/${language}/office/mails/failed`);
  await stop("mails that did not arrive", page);
}

/** Refuses a colour that nobody could read. */
async function colours({ page, language }, stop) {
  await page.goto(`/${language}/office/organisation/colours`);
  await page.fill("#act_light", "#ffd643");
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("#act_light[aria-invalid=true]").count(), 1);
  await stop("the organisation's colours, too faint", page);
}

/** Reports a barrier as a stranger would, and answers it. */
async function barrier({ page, language }, stop) {
  await page.goto(`/${language}/accessibility/report`);
  await page.fill("#problem", "The map cannot be used with the keyboard.");
  assert.equal(await press(page, ACT), 200);
  assert.match(new URL(page.url()).pathname, /\/accessibility\/report\/[0-9a-f]{32}$/);
  await stop("a barrier, reported", page);
  await page.goto(`/${language}/office/accessibility-reports`);
  await stop("barriers in the office", page);
  await page.locator("ol.rows a").first().click();
  await stop("a barrier in the office", page);
  await page.fill("#answer", "There is a list beside the map now.");
  assert.equal(await press(page, ACT), 200);
  await stop("barriers in the office, answered", page);
}

/** Asks the office as a stranger would, without a script on a telephone; answers, and reads the answer in public. */
async function question({ context, page, language }, stop) {
  const asker = await context.browser().newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const stranger = await asker.newPage();
  await stranger.goto(`/${language}/imprint`);
  await stranger.locator('#help a[href$="/help/ask"]').click();
  await stranger.fill("#email", "nobody");
  assert.equal(await press(stranger, ACT), 422);
  assert.equal(await stranger.locator(".problem[role=alert] li").count(), 2);
  await stranger.fill("#question", "Who mows the meadow behind our house?");
  await stranger.fill("#email", "");
  assert.equal(await press(stranger, ACT), 200);
  const own = new URL(stranger.url()).pathname;
  assert.match(own, /\/help\/questions\/[0-9a-f]{32}$/);
  const wide = await stranger.evaluate("document.documentElement.scrollWidth - innerWidth");
  assert.equal(wide, 0, "nothing runs out of a telephone");

  await page.goto(own);
  await stop("one's own question", page);
  await page.goto(`/${language}/help/ask`);
  assert.equal(await press(page, ACT), 422);
  await stop("asking the office, nothing written", page);
  await page.goto(`/${language}/office/questions`);
  await stop("questions in the office", page);
  await page.locator("ol.rows li:last-child h2 a").click();
  await page.fill("#answer", "");
  assert.equal(await press(page, "main form button[value=publish]"), 422);
  await stop("a question in the office, without an answer", page);
  await page.fill("#public_text", `Who mows the meadow? (${language})`);
  await page.fill("#answer", "The parks department.");
  await page.selectOption("#place", "3");
  assert.equal(await press(page, "main form button[value=publish]"), 200);
  await stop("questions in the office, one answered", page);
  await page.locator("[role=alert] a").click();
  await stop("a public question in the office", page);

  await stranger.goto(`/${language}/help`);
  await stranger.locator(`summary:has-text("Who mows the meadow? (${language})")`).click();
  assert.ok(await stranger.locator("details[open]", { hasText: "The parks department." }).isVisible());
  await stranger.goto(own);
  assert.match(await stranger.locator(".office").textContent(), /The parks department/);
  await asker.close();
  await page.goto(own);
  await stop("one's own question, answered", page);
  await page.goto(`/${language}/office/questions/new`);
  assert.equal(await press(page, ACT), 422);
  await stop("a question of the office's own, nothing written", page);
}

/** Adds a workplace and looks at its pages; makes codes and prints them; replaces one. */
export async function employees({ page, language }, stop) {
  await page.goto(`/${language}/office/workplaces`);
  await stop("workplaces", page);
  await page.goto(`/${language}/office/workplaces/new`);
  assert.equal(await press(page, ACT), 422);
  await stop("a new workplace, without a name", page);
  await page.fill("#name", "Bauhof");
  assert.equal(await press(page, ACT), 200);
  await stop("a workplace", page);
  const place = new URL(page.url()).pathname;
  for (const part of ["poster", "address", "close"]) {
    await page.goto(`${place}/${part}`);
    await stop(`a workplace's ${part}`, page);
  }
  assert.equal(await press(page, ACT), 200);
  await stop("a workplace, closed", page);
  await page.goto(`${place}/reopen`);
  await stop("a workplace's reopening", page);
  assert.equal(await press(page, ACT), 200);

  await page.goto(`/${language}/office/personnel-codes/new`);
  await page.fill("#size", "501");
  assert.equal(await press(page, ACT), 422);
  await stop("new codes, too many", page);
  await page.fill("#size", "11");
  await page.fill("#word", "Bauhof");
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator(".slips > li").count(), 11);
  await stop("slips", page);
  await page.goto(`/${language}/office/personnel-codes`);
  await stop("personnel codes", page);
  await page.fill("#serial", "999");
  assert.equal(await press(page, "main form button"), 404);
  await stop("personnel codes, not found", page);
  await page.fill("#serial", "8");
  assert.equal(await press(page, "main form button"), 200);
  await stop("a slip", page);
  const slip = new URL(page.url()).pathname;
  await page.goto(`${slip}/withdraw`);
  await stop("a slip's withdrawal", page);
  await page.goto(`${slip}/replace`);
  await stop("a slip's replacement", page);
  assert.equal(await press(page, ACT), 200);
  assert.equal(await page.locator(".slips > li").count(), 1);
}

/** Makes a token for a program, with a mistake first, and revokes it. */
async function tokens({ page, language }, stop) {
  const answer = await page.goto(`/${language}/office/tokens`);
  assert.equal(answer.status(), 200);
  await stop("tokens", page);
  await page.fill("#days", "400");
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator(".problem[role=alert] li").count(), 2);
  await stop("tokens, two mistakes", page);
  await page.fill("#name", "Court of audit");
  await page.fill("#days", "30");
  assert.equal(await press(page, ACT), 200);
  assert.match(await page.inputValue("#token"), /^[\w-]+\.[\w-]+\.[\w-]+$/);
  await stop("tokens, one made", page);
  await press(page, 'form[action$="/revoke"] button');
  assert.equal(await page.locator("p.office[role=alert]").count(), 1);
  await stop("tokens, revoked", page);
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
  await decide(visit, stop);
  await setUpRound(visit, CITIZENS, stop);
  await review(visit, stop);
  await select(visit, stop);
  await enterAtCounter(visit, "lindenau-2028", stop);
  await organisation(visit, stop);
  await mails(visit, stop);
  await colours(visit, stop);
  await barrier(visit, stop);
  await question(visit, stop);
  await employees(visit, stop);
  await tokens(visit, stop);
  await readRecord(visit, stop);
  await signOut(visit, stop);
  const answer = await page.goto(`/${language}/rounds/${round}/result`);
  assert.equal(answer.status(), 200);
  await stop("the published result", page);
}
