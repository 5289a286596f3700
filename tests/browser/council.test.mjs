// Entering what the council decided: without scripts on a telephone, and with the keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { press } from "./harness/browser.mjs";
import { withDemo } from "./harness/with_demo.mjs";
import { sheets, today } from "./walks/council.mjs";
import { signIn } from "./walks/office.mjs";

const demo = withDemo();
const LIST = "/en/office/rounds/jugend-2027/decisions";
const ACT = "main form .acts button.btn";
const REASON = "The cellar floods every spring.";

async function pass() {}

/** The cookies of whoever signed in, once for all tests. */
let storageState;

/** A window of the office. */
async function office(options) {
  if (storageState === undefined) {
    const visit = { ...(await demo.open()), language: "en" };
    await signIn(visit, demo.ways, pass);
    storageState = await visit.context.storageState();
    await visit.context.close();
  }
  return demo.open({ ...options, storageState });
}

test("a clerk with a telephone and no scripts enters a decision, a mistake in between", async () => {
  const { context, page } = await office({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(LIST);
  const row = page.locator("main section > ol.rows > li").first();
  await page.fill("#date", today());
  await row.locator("input[value=not_carried_out]").check();
  assert.equal(await press(page, ACT), 422);
  assert.match(await page.locator(".problem[role=alert]").textContent(), /Write the reason\./);
  await row.locator("textarea").fill(REASON);
  assert.equal(await press(page, ACT), 200);
  assert.match(await page.locator("[role=alert]").textContent(), /1 decision is saved and public\./);
  assert.match(await row.textContent(), new RegExp(REASON));
  await context.close();
});

test("a clerk enters a decision by keys alone, in at most 40 presses from the date on", async (running) => {
  const { context, page } = await office({ viewport: { width: 1280, height: 900 } });
  await page.goto(LIST);
  let presses = 0;
  const tabTo = async (reached) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.keyboard.press("Tab");
      presses += 1;
      if (await page.evaluate(reached)) return;
    }
    assert.fail(`${reached} was not reached`);
  };
  await tabTo(() => document.activeElement.id === "date");
  presses = 0;
  const [year, month, day] = today().split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  assert.equal(await page.inputValue("#date"), today());
  await tabTo(() => document.activeElement.matches("input[type=radio]"));
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("input[value=carried_out]:checked").count(), 1);
  await tabTo(() => document.activeElement.matches("form .acts button.btn"));
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  running.diagnostic(`${presses} presses`);
  assert.ok(presses <= 40, `${presses} presses`);
  assert.match(await page.locator("[role=alert]").textContent(), /1 decision is saved and public\./);
  await context.close();
});

test("the paper of a round of the demo prints on at most two sheets, in both languages", async () => {
  const { context, page } = await office();
  for (const language of ["de", "en"]) {
    for (const round of ["lindenau-2026", "jugend-2027"]) {
      await page.goto(`/${language}/office/rounds/${round}/council-paper`);
      const count = await sheets(page);
      assert.ok(count >= 1 && count <= 2, `${round} in ${language}: ${count} sheets`);
    }
  }
  await context.close();
});
