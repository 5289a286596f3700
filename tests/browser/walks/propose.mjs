// A resident proposes something, makes mistakes on the way, leaves a draft, comes back with its code and sends it.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const ACT = "main form .acts button.btn:not(.btn-2)";
const DRAFT = "main form button[name=draft]";

/** Proposes in a round that collects; answers with the tracking number and the change code. */
export async function propose({ page, language, stop }, slug, title) {
  const path = () => new URL(page.url()).pathname.replace(`/${language}/rounds/${slug}`, "");
  await page.goto(`/${language}/rounds/${slug}`);
  await page.locator('main a.btn[href$="/propose"]').click();
  let steps = 1;
  await stop("proposing, what", page);
  assert.equal(await press(page, ACT), 422);
  assert.equal(await page.locator("[aria-invalid=true]").count(), 2, "title and description");
  await stop("proposing, what, with mistakes", page);
  await page.fill("#title", title);
  await press(page, DRAFT);
  assert.equal(path(), "/propose/draft");
  await stop("proposing, a draft", page);
  const kept = (await page.locator(".code").textContent()).trim();
  await press(page, "main form button[value=leave]");
  await page.goto(`/${language}/proposals/mine`);
  await stop("proposing, coming back", page);
  await page.fill("#code", "AAAA");
  assert.equal(await press(page, ACT), 422);
  await page.fill("#code", kept.toLowerCase().replaceAll("-", " "));
  assert.equal(await press(page, ACT), 200);
  await page.goto(`/${language}/rounds/${slug}/propose`);
  assert.equal(await page.inputValue("#title"), title, "what was typed before");
  await page.fill("#body", "Viele ältere Menschen warten dort lange.\nFünf Bänke würden helfen.");
  await press(page, ACT);
  steps += 1;
  assert.equal(path(), "/propose/where");
  await page.locator("input[name=area]").first().check();
  await page.fill("#place", "Rosenweg 12");
  await stop("proposing, where", page);
  await press(page, ACT);
  steps += 1;
  if (path() === "/propose/similar") {
    await stop("proposing, similar ones", page);
    await page.locator("main a.btn:not(.btn-2)").click();
    steps += 1;
  }
  assert.equal(path(), "/propose/more");
  await page.fill("#email", "gustav@example.org");
  await page.selectOption("#offer_kind", "hours");
  await page.fill("#offer_body", "Wir streichen die Bänke jedes Jahr.");
  await stop("proposing, what is optional", page);
  await press(page, ACT);
  steps += 1;
  assert.equal(path(), "/propose/check");
  await stop("proposing, the last look", page);
  await press(page, ACT);
  steps += 1;
  assert.equal(path(), "/propose/receipt");
  assert.ok(steps <= 6, `${steps} steps`);
  await stop("proposing, the receipt", page);
  const [number, code] = (await page.locator(".code").allTextContents()).map((text) => text.trim());
  assert.equal(code, kept, "the draft's code is the proposal's");
  await press(page, "main form button[value=leave]");
  return { number, code };
}

/** Its author takes a proposal back. */
export async function takeBack({ page, language, stop }, { number, code }) {
  await page.goto(`/${language}/proposals/mine`);
  await page.fill("#code", code);
  assert.equal(await press(page, ACT), 200);
  assert.equal((await page.locator(".facts bdi").first().textContent()).trim(), number);
  await page.locator("details summary", { hasText: /zurückziehen|take/i }).click();
  await stop("an own proposal, about to be taken back", page);
  await press(page, "main form button[value=withdraw]");
  assert.equal(await page.locator("button[value=withdraw]").count(), 0);
  await stop("an own proposal, taken back", page);
}
