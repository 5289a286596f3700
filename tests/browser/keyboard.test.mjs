// Voting with the keyboard alone, and what the keyboard meets on its way.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withDemo } from "./harness/with_demo.mjs";
import { chosen, enterCode, kept } from "./walks/voter.mjs";

const demo = withDemo();
const ROUND = "lindenau-2027";

/** What has the focus: its place in the page, and whether a person can see it and see that it has the focus. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.matches(".pt input, .pick input") ? element.closest("label") : element;
  const box = shown.getBoundingClientRect();
  const rects = [...shown.getClientRects()];
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const covered = !rects.some((rect) => {
    const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
    return top !== null && (shown.contains(top) || top.contains(shown));
  });
  const ring = [element, ...shown.querySelectorAll("*"), shown].some((part) => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  });
  return {
    what: element.outerHTML.slice(0, 120),
    order: [...document.querySelectorAll("*")].indexOf(element),
    name: element.getAttribute("name"),
    problem: !inView ? "is outside the view" : covered ? "is covered" : !ring ? "shows no focus" : null,
  };
}

async function tabTo(page, reached, limit = 400) {
  for (let presses = 1; presses <= limit; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(reached)) return presses;
  }
  throw new Error(`not reached in ${limit} presses`);
}

for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
  test(`Tab meets everything on the ballot in order, seen and uncovered, at ${viewport.width} px`, async () => {
    const { context, page } = await demo.open({ viewport });
    await enterCode({ page, language: "de", round: ROUND }, demo.ways.codes[ROUND][0]);
    const controls = await page.evaluate(() => {
      const names = [...document.querySelectorAll(".pts input")].map((input) => input.name);
      return new Set(names).size;
    });
    const problems = [];
    const met = new Set();
    let before = -1;
    for (let presses = 0; presses < 600; presses += 1) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(focused);
      if (now === null || now.order <= before) break;
      if (now.problem) problems.push(`${now.what} ${now.problem}`);
      if (/^p\d+$/.test(now.name ?? "")) met.add(now.name);
      before = now.order;
    }
    assert.deepEqual(problems, []);
    assert.equal(met.size, controls);
    await context.close();
  });
}

test("five points are given, checked and cast by keys alone, in at most 150 presses on the ballot", async (running) => {
  const { context, page } = await demo.open();
  await page.goto(`/de/rounds/${ROUND}/vote`);
  await tabTo(page, () => document.activeElement.id === "code");
  await page.keyboard.type(demo.ways.codes[ROUND][1]);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);

  let presses = await tabTo(page, () => document.activeElement.matches(".pts input"));
  for (let point = 0; point < 5; point += 1) await page.keyboard.press("ArrowRight");
  presses += 5;
  assert.deepEqual(Object.values(await chosen(page)), [5]);
  const status = await page.locator("section.ballot .tally [role=status] .given").first().textContent();
  assert.equal(status.trim(), "5");
  presses += await tabTo(page, () => document.activeElement.matches('form[action$="/vote/check"] button.btn'));
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  running.diagnostic(`${presses} presses on the ballot`);
  assert.ok(presses <= 150, `${presses} presses`);

  assert.deepEqual(Object.values(await kept(page)), [5]);
  await tabTo(page, () => document.activeElement.matches("#cast .acts button.btn"));
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(page.url(), /\/vote\/receipt$/);
  await context.close();
});

test("without scripts the sum of the ballot still counts itself", async () => {
  const { context, page } = await demo.open({ javaScriptEnabled: false });
  await enterCode({ page, language: "de", round: ROUND }, demo.ways.codes[ROUND][2]);
  const sum = page.locator("section.ballot .tally").first();
  const before = await sum.screenshot();
  await page.locator("section.ballot .brow").first().locator('label:has(input[value="3"])').click();
  assert.notDeepEqual(await sum.screenshot(), before);
  await context.close();
});
