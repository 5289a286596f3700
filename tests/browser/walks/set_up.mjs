// An administrator sets up a round: starts it, goes through the task list, looks at the preview and makes it public.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const ACT = "main form .acts button.btn";

/** A day so many days from now, as a field for dates takes it. */
function day(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What each part of a round is filled in with; `more` replaces or adds parts. */
function filling({ titles, slug, more = {} }) {
  return {
    basics: { title_de: titles.de, title_en: titles.en, slug, effect: "advice" },
    texts: {
      summary_de: "Sie verteilen fünf Punkte.",
      summary_en: "You share out five points.",
      outcome_de: "Das Bezirksparlament berät darüber.",
      outcome_en: "The district council debates it.",
    },
    areas: { name_de_1: "Altstadt", name_en_1: "Old town", money_1: "120.000", name_de_2: "Nord", name_en_2: "North", money_2: "90 000" },
    topics: { name_de_1: "Grün und Spielen", name_en_1: "Green and play", name_de_2: "Verkehr", name_en_2: "Traffic" },
    people: {
      proposers: "everybody",
      supporters: "nobody",
      who_de: "Alle, die in Lindenau wohnen und mindestens 14 Jahre alt sind.",
      who_en: "Everybody who lives in Lindenau and is at least 14 years old.",
    },
    ballot: { format: "points", total: "5", on_one: "3", rule: "fair" },
    dates: {
      collecting_opens_date: day(0),
      collecting_closes_date: day(60),
      reviewing_opens_date: day(61),
      reviewing_closes_date: day(90),
      voting_opens_date: day(100),
      voting_opens_time: "08:00",
      voting_closes_date: day(120),
      result_date: day(127),
    },
    privacy: { checked: "first", confirmed: true },
    ...more,
  };
}

/** Fills in the fields of a form: texts, radio buttons by their value, ticks. */
async function fillIn(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    if (value === true) await page.check(`#${name}`);
    else if (await page.locator(`input[type=radio][name="${name}"]`).count()) await page.check(`input[name="${name}"][value="${value}"]`);
    else await page.fill(`#${name}`, value);
  }
}

/** Starts a round from the office's first page; its address is made from the title where `slug` is not typed. */
async function start({ page, language }, { titles, pattern }, stop) {
  await page.goto(`/${language}/office`);
  await page.locator(`main a[href$="/office/new-round"]`).click();
  await stop("starting a round", page);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("main .problem[role=alert] li").count(), 2, "a title in each language is missing");
  await stop("starting a round, without a title", page);
  await fillIn(page, { title_de: titles.de, title_en: titles.en, pattern });
  assert.equal(await press(page, ACT), 200);
  assert.match(new URL(page.url()).pathname, /\/set-up$/);
  await stop("the task list, nothing done", page);
}

/** Fills in the part that the task list links, and comes back to the list. */
async function fillPart({ page }, part, fields, stop) {
  await page.locator(`main ol a[href$="/set-up/${part}"]`).click();
  await stop(`the set-up's ${part}`, page);
  await fillIn(page, fields);
  const status = await press(page, ACT);
  assert.equal(status, 200, `${part}: ${await page.locator("main .problem").allTextContents()}`);
  assert.match(new URL(page.url()).pathname, /\/set-up$/);
  assert.equal(await page.locator("main [role=alert]").count(), 1, `${part} is said to be saved`);
}

/** Sends two parts with mistakes: all are told, and what was typed stays. */
async function mistake({ page }, stop) {
  await page.locator('main ol a[href$="/set-up/dates"]').click();
  await fillIn(page, { voting_opens_date: day(20), voting_closes_date: day(10), collecting_opens_time: "08:00" });
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#voting_closes_date"), day(10));
  assert.equal(await page.locator("main .problem[role=alert] li").count(), 2);
  await stop("the set-up's dates, with mistakes", page);
  await page.locator("main .acts a").click();
  await page.locator('main ol a[href$="/set-up/areas"]').click();
  await fillIn(page, { name_de_1: "Altstadt", money_1: "viel" });
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.inputValue("#money_1"), "viel");
  await stop("the set-up's areas, with mistakes", page);
  await page.locator("main .acts a").click();
}

/** A round from nothing to its public page. `round` has titles, slug and pattern, and parts that differ from the usual. */
export async function setUpRound(visit, round, stop) {
  const { page, language } = visit;
  await start(visit, round, stop);
  await mistake(visit, stop);
  await page.locator(`main a[href$="/set-up/preview"]`).click();
  await stop("the preview of an empty draft", page);
  await page.goBack();
  for (const [part, fields] of Object.entries(filling(round))) await fillPart(visit, part, fields, stop);
  await stop("the task list, all done", page);
  await page.locator(`main a[href$="/set-up/preview"]`).click();
  await stop("the preview", page);
  assert.equal((await page.locator("h1").textContent()).trim(), language === "de" ? round.titles.de : round.titles.en);
  await page.goBack();
  await page.locator(`main a[href$="/set-up/publish"]`).click();
  await stop("the last look before publication", page);
  assert.equal(await press(page, ACT), 200);
  assert.equal(new URL(page.url()).pathname, `/${language}/office/rounds/${round.slug}`);
  await stop("the round, just published", page);
  const answer = await page.goto(`/${language}/rounds/${round.slug}`);
  assert.equal(answer.status(), 200);
  await stop("the new round's public page", page);
  await page.goto(`/${language}/office/rounds/${round.slug}/set-up`);
  await stop("the task list of a public round", page);
  await page.goto(`/${language}/office/rounds/${round.slug}/set-up/texts`);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("#reason[aria-invalid=true]").count(), 1, "a public round needs a reason");
  await stop("a text of a public round, without a reason", page);
}

/** A citizens' round with everything as it usually is. */
export const CITIZENS = {
  titles: { de: "Bürgerhaushalt Lindenau 2031", en: "Participatory budget Lindenau 2031" },
  slug: "buergerhaushalt-lindenau-2031",
  pattern: "citizens",
};

/** A staff round: one area with one place, and ticks. */
export const STAFF = {
  titles: { de: "Ideen aus dem Haus 2031", en: "Ideas of the house 2031" },
  slug: "ideen-aus-dem-haus-2031",
  pattern: "staff",
  more: {
    areas: { name_de_1: "Alle Ideen", name_en_1: "All ideas", places_1: "1" },
    topics: {},
    people: {
      proposers: "employees",
      supporters: "employees",
      who_de: "Alle Beschäftigten, die einen Code bekommen haben.",
      who_en: "All employees who were given a code.",
    },
    ballot: { format: "approval", ticks: "1", rule: "best" },
    dates: {
      collecting_opens_date: day(1),
      supporting_opens_date: day(1),
      voting_opens_date: day(60),
      voting_closes_date: day(70),
    },
  },
};
