// What was chosen stays: when the language changes, when the Enter key is pressed, when an answer is lost on the way.

import assert from "node:assert/strict";
import { test } from "node:test";

import { press } from "./harness/browser.mjs";
import { withDemo } from "./harness/with_demo.mjs";
import { ballot, chosen, enterCode, give, kept } from "./walks/voter.mjs";

const demo = withDemo();
const ROUND = "lindenau-2027";
const CHECK = 'form[action$="/vote/check"] button.btn';
const CAST = "#cast .acts button.btn";

/** The button that shows the page in a language. */
const inLanguage = (language) => `header button[formaction^="/${language}/"]`;

const languageOf = (page) => page.evaluate(() => document.documentElement.lang);

/** A ballot with points for two projects. */
async function begin(page, code) {
  await enterCode({ page, language: "de", round: ROUND }, demo.ways.codes[ROUND][code]);
  const [{ names }] = await ballot(page);
  await give(page, names[0], 3);
  await give(page, names[1], 1);
  return { [names[0]]: 3, [names[1]]: 1 };
}

for (const [how, javaScriptEnabled, code] of [
  ["with JavaScript", true, 0],
  ["without JavaScript", false, 1],
]) {
  test(`${how}, the points are still there in the other language`, async () => {
    const { context, page, offences } = await demo.open({ javaScriptEnabled });
    const points = await begin(page, code);

    assert.equal(await press(page, inLanguage("en")), 200);
    assert.equal(await languageOf(page), "en");
    assert.deepEqual(await chosen(page), points);
    const language = (await context.cookies()).find(({ name }) => name === "language");
    assert.equal(language?.value, "en");

    await press(page, CHECK);
    assert.equal(await press(page, inLanguage("de")), 200);
    assert.equal(await languageOf(page), "de");
    assert.deepEqual(await kept(page), points);
    assert.equal(await page.locator(CAST).count(), 1, "it is the check page, and nothing is cast");
    assert.equal(await press(page, CAST), 200);
    assert.match(page.url(), /\/de\/.*\/vote\/receipt$/);
    assert.deepEqual(offences, []);
    await context.close();
  });
}

test("the Enter key on the ballot leads to the check page and not to the other language", async () => {
  const { context, page } = await demo.open({ javaScriptEnabled: false });
  const points = await begin(page, 2);
  await page.locator(`input[name="${Object.keys(points)[0]}"]:checked`).focus();

  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);

  assert.match(page.url(), /\/de\/.*\/vote\/check$/);
  assert.deepEqual(await kept(page), points);
  await context.close();
});

test("the button for the other language looks like the link on other pages", async () => {
  const { context, page } = await demo.open();
  const look = (selector) =>
    page.locator(selector).first().evaluate((element) => {
      const { color, fontSize, fontWeight, fontFamily, textDecorationLine, padding, borderBlockWidth, lineHeight } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return { color, fontSize, fontWeight, fontFamily, textDecorationLine, padding, borderBlockWidth, lineHeight, width, height };
    });
  await page.goto(`/de/rounds/${ROUND}/vote`);
  const link = await look('header a[hreflang="en"]');
  await begin(page, 3);

  assert.deepEqual(await look(inLanguage("en")), link);
  await context.close();
});

test("a vote whose answer is lost on the way is sent again by loading the page again, and counts once", async () => {
  const { context, page } = await demo.open();
  await begin(page, 4);
  await press(page, CHECK);
  const loseTheAnswer = async (route) => {
    assert.equal((await route.fetch({ maxRedirects: 0 })).status(), 303);
    await route.abort("connectionreset");
  };
  await page.route("**/vote/cast", loseTheAnswer, { times: 1 });
  await page.locator(CAST).click();
  await page.waitForURL("chrome-error://**");

  await page.reload();

  assert.match(page.url(), /\/vote\/receipt$/);
  assert.equal(await page.locator("section.sheet > p br").count(), 0, "it replaces no other vote");
  await context.close();
});
