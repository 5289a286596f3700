// Anybody counts a published result again, by the files and commands on its page.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { recount } from "../harness/program.mjs";

/** Every ballot file behind the result page, counted as the page says, funds what the pages say. */
export async function countAgain(page, folder) {
  const files = await page.$$eval('#data a[download][href$=".pb"]', (links) => links.map((link) => link.href));
  const areas = await page.$$eval("ol.areas h3 a", (links) => links.map((link) => link.href));
  const commands = await page.$$eval("#data .slip code", (codes) => codes.map((code) => code.textContent.trim()));
  assert.ok(files.length > 0, "the result page offers no ballot file");
  assert.equal(commands.length, files.length);
  const counted = new Set();
  for (const [index, address] of files.entries()) {
    const file = join(folder, `recount-${index}.pb`);
    const answer = await page.request.get(address);
    assert.equal(answer.status(), 200);
    await writeFile(file, await answer.body());
    for (const id of (await recount(file, commands[index])).selected) counted.add(Number(id));
  }
  const shown = new Set();
  for (const address of areas.length > 0 ? areas : [page.url()]) {
    await page.goto(address);
    for (const number of await page.$$eval("ol.won .no", (all) => all.map((one) => Number(one.textContent)))) shown.add(number);
  }
  assert.ok(shown.size > 0);
  assert.deepEqual([...shown].sort((a, b) => a - b), [...counted].sort((a, b) => a - b));
}
