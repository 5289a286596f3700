// The counter: ten proposals in a row with the keyboard alone, all of it on a telephone without scripts, and the form on
// paper on two sides of a sheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withDemo } from "./harness/with_demo.mjs";
import { enterAtCounter } from "./walks/counter.mjs";
import { signIn } from "./walks/office.mjs";

const demo = withDemo();
const ROUND = "lindenau-2028";
const pass = async () => {};

/** Presses Tab until the field has the focus, and says how often. */
async function tabTo(page, selector, limit = 60) {
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} was not reached in ${limit} presses`);
}

test("ten proposals are entered in a row with the keyboard alone", async (running) => {
  const { context, page, offences } = await demo.open({ viewport: { width: 1280, height: 900 } });
  await signIn({ context, page, language: "de" }, demo.ways, pass);
  await page.goto(`/de/office/rounds/${ROUND}/enter-proposal`);
  assert.equal(await page.evaluate(() => document.activeElement.name), "source", "the first field");
  await page.keyboard.press("Space");
  const numbers = new Set();
  let presses = 0;
  for (let count = 1; count <= 10; count += 1) {
    presses += await tabTo(page, "#title");
    await page.keyboard.type(`Vorschlag ${count} vom Papier`);
    presses += await tabTo(page, "#body");
    await page.keyboard.type("Es soll sich etwas ändern.");
    presses += await tabTo(page, "input[name=area]");
    await page.keyboard.press("Space");
    presses += await tabTo(page, "form[enctype] button.btn");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    const receipt = await page.locator("main .office h2").textContent();
    numbers.add(receipt.match(/\d{5}/)[0]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "title", "on to the next one at once");
  }
  running.diagnostic(`${presses / 10} presses of Tab for each`);
  assert.equal(numbers.size, 10);
  assert.equal(await page.locator("#today + ol > li").count(), 10);
  assert.ok(presses / 10 <= 25, `${presses} presses`);
  assert.deepEqual(offences, []);
  await context.close();
});

test("all of the counter works on a telephone without scripts", async () => {
  const { context, page, offences } = await demo.open({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const visit = { context, page, language: "en" };
  await signIn(visit, demo.ways, pass);
  await enterAtCounter(visit, ROUND, async (where, shown) => {
    const [wide, seen] = await shown.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= seen, `${where} scrolls sideways: ${wide} px`);
  });
  assert.deepEqual(offences, []);
  await context.close();
});

for (const language of ["de", "en"]) {
  test(`the form on paper has two sides in /${language}`, async () => {
    const { context, page } = await demo.open();
    await page.goto(`/${language}/rounds/${ROUND}/proposal-form`);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(file.match(/\/Type\s*\/Page\b(?!s)/g).length, 2);
    const boxes = await page.locator(".box").count();
    assert.ok(boxes >= 10, `${boxes} boxes`);
    await page.emulateMedia({ media: "print" });
    const box = await page.locator(".box").first().evaluate((one) => getComputedStyle(one, "::before").width);
    const line = await page.locator(".write-1").first().evaluate((one) => getComputedStyle(one).height);
    const millimetres = (text) => Math.round((parseFloat(text) / 96) * 25.4 * 10) / 10;
    assert.deepEqual([millimetres(box), millimetres(line)], [6, 9]);
    await context.close();
  });
}
