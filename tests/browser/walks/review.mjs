// Somebody of the office reviews a proposal: with mistakes, saved without deciding, decided, handed over, asked about.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const ROUND = "lindenau-2028";
const act = (name) => `main form button.btn[name=act][value=${name}]`;

/** Opens the first proposal of the queue; gives its address. */
async function openFirst({ page, language }) {
  await page.goto(`/${language}/office/rounds/${ROUND}/review?of=all`);
  await page.locator("main ol.rows h3 a").first().click();
  return new URL(page.url()).pathname;
}

/** Reviews as an administrator. */
export async function review(visit, stop) {
  const { page, language } = visit;
  await page.goto(`/${language}/office/rounds/${ROUND}/review`);
  await stop("the queue of reviews", page);
  await page.goto(`/${language}/office/rounds/${ROUND}/review?show=statements`);
  await stop("the queue of reviews, no statement wanted", page);

  const path = await openFirst(visit);
  await stop("a review", page);
  assert.equal(await press(page, act("decide")), 422);
  assert.equal(await page.locator("fieldset.bad").count(), 3, "way, competence, feasibility");
  await stop("a review, without a choice", page);
  await page.check("input[name=route][value=vote]");
  await page.check("input[name=competence][value=other]");
  await page.check("input[name=feasibility][value=feasible]");
  await page.fill("#cost_once", "1500");
  await page.fill("#note", "Mit dem Straßenamt sprechen.");
  assert.equal(await press(page, act("decide")), 422);
  assert.equal(await page.inputValue("#note"), "Mit dem Straßenamt sprechen.");
  await stop("a review, with what it lacks", page);
  assert.equal(await press(page, act("save")), 200);
  assert.equal(await page.inputValue("#cost_once"), "1500", "saved without deciding");
  await stop("a review, saved", page);

  await page.locator("main details", { has: page.locator("#statement_of") }).locator("summary").click();
  await page.selectOption("#statement_of", { index: 1 });
  await page.fill("#statement_question", "Ist der Weg breit genug?");
  assert.equal(await press(page, act("ask_statement")), 200);
  await stop("a review, a statement asked for", page);
  await page.fill("#statement", "Ja, drei Meter.");
  assert.equal(await press(page, act("give_statement")), 200);
  await page.check("input[name=competence][value=ours]");
  await page.fill("#cost_source", "Schätzung des Straßenamts");
  await page.selectOption("#standard", "as_proposed");
  assert.equal(await press(page, act("decide")), 200);
  assert.match(new URL(page.url()).search, /done=decide/);
  await stop("the queue of reviews, one decided", page);
  const number = path.split("/").at(-1);
  await page.goto(`/${language}/rounds/${ROUND}/proposals/${number}`);
  assert.ok((await page.locator("section.office").textContent()).includes("1.500") || language !== "de");
  await stop("a proposal with a verdict", page);

  await openFirst(visit);
  const later = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await page.locator("main details", { has: page.locator("#question") }).locator("summary").click();
  await page.fill("#question", "An welcher Stelle genau?");
  await page.fill("#answer_by", later);
  assert.equal(await press(page, act("ask")), 200);
  await stop("a review, the author asked", page);
}

/** Selects what goes onto the ballot: leaves one out, with a mistake first, and takes it in again. */
export async function select({ page, language }, stop) {
  const list = `/${language}/office/rounds/${ROUND}/shortlist`;
  await page.goto(list);
  await stop("the selection for the ballot", page);
  await page.locator("main ol.rows h3 a").first().click();
  await stop("a proposal on its way to the ballot", page);
  assert.equal(await press(page, act("exclude")), 422);
  assert.equal(await page.locator("#reason[aria-invalid=true]").count(), 1);
  await stop("leaving a proposal out, without a reason", page);
  await page.fill("#reason", "Ein anderes Projekt macht dasselbe am selben Ort.");
  assert.equal(await press(page, act("exclude")), 200);
  await stop("the selection, one left out", page);
  await page.goto(`${list}?show=excluded`);
  await stop("the selection, what is left out", page);
  await page.locator("main ol.rows h3 a").first().click();
  await stop("a proposal that is left out", page);
  assert.equal(await press(page, act("include")), 200);
  await page.goto(`${list}?show=without_area`);
  await stop("the selection, those without an area", page);
}
