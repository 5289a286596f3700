// Somebody at the counter enters what came on paper, with a mistake first, prints the slip, corrects a word and makes
// another code. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const SAVE = "main form[enctype] .acts button.btn";
const SLIP = "main .office form button";
const PDF = { name: "paper.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

/** Fills in what must be, but for how and when it came in. */
async function fillIn(page, title) {
  await page.fill("#title", title);
  await page.fill("#body", "Dort warten viele ältere Menschen.\nFünf Bänke würden helfen.");
  await page.locator("input[name=area]").first().check();
}

/** Enters two proposals in a round that collects. */
export async function enterAtCounter({ page, language }, slug, stop) {
  const form = `/${language}/office/rounds/${slug}/enter-proposal`;
  await page.goto(`/${language}/office/rounds/${slug}`);
  await page.locator(`main a[href="${form}"]`).click();
  await stop("the counter", page);
  assert.equal(await press(page, SAVE), 422);
  assert.equal(await page.locator(".why").count(), 4, "source, title, description, area");
  await stop("the counter, with mistakes", page);

  await page.locator("input[name=source][value=paper]").check();
  await fillIn(page, "Bänke an der Haltestelle");
  await page.fill("#email", "gustav@example.org");
  await page.setInputFiles("#scan", PDF);
  assert.equal(await press(page, SAVE), 200);
  assert.equal(await page.locator("input[name=source][value=paper]").isChecked(), true, "kept for the next one");
  await stop("the counter, one entered", page);
  await fillIn(page, "Bänke an der Haltestelle im Park");
  assert.equal(await press(page, SAVE), 200);

  assert.equal(await press(page, SLIP), 200);
  assert.equal(await page.locator(".code").count(), 2);
  await stop("the slip of a proposal", page);
  await page.locator("a.back").first().click();
  assert.equal(await page.locator("ol.rows > li").count() >= 2, true, "those of today");

  await page.locator("ol.rows h3 a").first().click();
  await page.fill("#title", "");
  assert.equal(await press(page, "main form .acts button.btn"), 422);
  await stop("a correction, with a mistake", page);
  await page.fill("#title", "Bänke an der Haltestelle am Park");
  assert.equal(await press(page, "main form .acts button.btn"), 200);
  await stop("the counter, one corrected", page);

  await page.locator("ol.rows .meta a").first().click();
  assert.equal(await page.locator(".code").count(), 1, "nobody knows the code any more");
  await stop("the slip of a proposal, later", page);
  assert.equal(await press(page, "main section form button"), 200);
  assert.equal(await page.locator(".code").count(), 2);
  await stop("the slip of a proposal, with another code", page);
}
