// From the code in the letter to the receipt, with every mistake on the way that a voter can make. `stop(name, page)` is
// called on every page. Nothing here reads words, so that it holds in every language.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";

const CHECK = 'form[action$="/vote/check"] button.btn';
const CAST = "#cast .acts button.btn";
const LEAVE = 'main form[action$="/vote/leave"] button';

/** A code as people type it: small letters, blanks for dashes, O for 0 and l for 1. */
export function sloppy(code) {
  return ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l")} `;
}

/** A code with one character changed. */
export function mistyped(code) {
  const last = code.at(-2);
  return `${code.slice(0, -2)}${last === "A" ? "B" : "A"}${code.at(-1)}`;
}

/** Opens the ballot. */
export async function enterCode({ page, language, round }, code) {
  await page.goto(`/${language}/rounds/${round}/vote`);
  await page.fill("#code", code);
  return press(page, 'form[action$="/vote/code"] button.btn');
}

/** The projects on the ballot by area: `[{ area, most, names }]`, `most` being what may be given in an area. */
export async function ballot(page) {
  return page.$$eval("section.ballot", (sections) =>
    sections.map((section) => ({
      area: section.querySelector("h2").id,
      most: Number(section.dataset.total),
      names: [...new Set([...section.querySelectorAll(".pts input")].map((input) => input.name))],
    })),
  );
}

/** Gives a project a value (1 or 0 where projects are only picked), as a finger does: on the visible label. */
export async function give(page, name, value) {
  const radio = page.locator(`label:has(input[type=radio][name="${name}"][value="${value}"])`);
  if ((await radio.count()) > 0) {
    await radio.click();
    return;
  }
  const box = page.locator(`input[type=checkbox][name="${name}"]`);
  if ((await box.isChecked()) !== (value === 1)) await page.locator(`label:has(input[name="${name}"])`).click();
}

/** What is chosen on the ballot, by project. */
export async function chosen(page) {
  const fields = await page.$$eval(".pts :checked", (inputs) => inputs.map(({ name, value }) => [name, Number(value)]));
  return Object.fromEntries(fields.filter(([, value]) => value !== 0).sort());
}

/** What would be cast from the check page, by project. */
export async function kept(page) {
  const fields = await page.$$eval("main input[type=hidden]", (inputs) => inputs.map(({ name, value }) => [name, Number(value)]));
  return Object.fromEntries(fields.filter(([name, value]) => /^p\d+$/.test(name) && value !== 0).sort());
}

async function receiptCode(page) {
  const code = (await page.locator("p.code.slip bdi").textContent()).trim();
  assert.match(code, /^[0-9A-Za-z][0-9A-Za-z -]{7,}$/);
  return code;
}

/** Fills an area so that nothing more may be given there: too much by one if `over`. */
async function fillArea(page, { names, most }, over) {
  const isPoints = (await page.locator("section.ballot input[type=radio]").count()) > 0;
  const wanted = {};
  if (isPoints) {
    const perProject = Math.max(
      ...(await page.$$eval(`input[name="${names[0]}"]`, (inputs) => inputs.map(({ value }) => Number(value)))),
    );
    wanted[names[0]] = Math.min(perProject, most - 1);
    wanted[names[1]] = most - wanted[names[0]] + (over ? 1 : 0);
  } else {
    for (const name of names.slice(0, most + (over ? 1 : 0))) wanted[name] = 1;
  }
  for (const name of names) if (wanted[name] === undefined && (await chosen(page))[name]) await give(page, name, 0);
  for (const [name, value] of Object.entries(wanted)) await give(page, name, value);
}

/** Without a code nobody sees a ballot; a wrong one is refused with the reason and kept. */
export async function refuseWrongCodes(visit, code, stop) {
  const { page } = visit;
  await page.goto(`/${visit.language}/rounds/${visit.round}/vote`);
  await stop("the code page", page);

  const mistake = mistyped(code);
  const status = await enterCode(visit, mistake);
  assert.equal(status, 422);
  assert.equal(await page.inputValue("#code"), mistake);
  assert.equal(await page.locator("#code[aria-invalid=true]").count(), 1);
  await stop("the code page, mistyped", page);

  await page.goto(`/${visit.language}/rounds/${visit.round}/vote/ballot`);
  assert.equal(await page.locator("section.ballot").count(), 0);
}

/** The whole way of one voter: refused, corrected, cast, replaced, left. */
export async function vote(visit, code, stop) {
  const { page } = visit;
  await refuseWrongCodes(visit, code, stop);

  assert.equal(await enterCode(visit, sloppy(code)), 200);
  const areas = await ballot(page);
  assert.deepEqual(await chosen(page), {});
  await stop("the ballot", page);

  await fillArea(page, areas[0], true);
  const tooMuch = await chosen(page);
  assert.equal(await press(page, CHECK), 422);
  assert.equal(await page.locator(".problem[role=alert] a").count(), 1);
  assert.deepEqual(await chosen(page), tooMuch);
  await stop("the ballot, too much", page);

  await fillArea(page, areas[0], false);
  const first = await chosen(page);
  assert.equal(await press(page, CHECK), 200);
  assert.deepEqual(await kept(page), first);
  await stop("the check page", page);

  await press(page, "button.back");
  assert.deepEqual(await chosen(page), first);
  const last = areas.at(-1);
  const added = last.names.find((name) => first[name] === undefined);
  if (last === areas[0]) await give(page, Object.keys(first)[0], 0);
  await give(page, added, 1);
  const second = await chosen(page);
  assert.notDeepEqual(second, first);
  await press(page, CHECK);
  assert.deepEqual(await kept(page), second);
  await press(page, 'button[formaction*="#p"]');
  assert.deepEqual(await chosen(page), second);
  await press(page, CHECK);
  assert.equal(await press(page, CAST), 200);
  assert.match(page.url(), /\/vote\/receipt$/);
  const receipt = await receiptCode(page);
  await stop("the receipt", page);

  await replace(visit, code, areas, receipt, stop);
  await leave(page, stop);
}

/** The same code once more, from an empty ballot. */
async function replace(visit, code, areas, receipt, stop) {
  const { page } = visit;
  assert.equal(await enterCode(visit, code), 200);
  assert.equal(await page.locator("section.ballot").count(), 0, "somebody who voted is asked first");
  await stop("a vote is already cast", page);
  await press(page, 'main form a[href*="/vote/ballot"]');
  assert.deepEqual(await chosen(page), {});
  assert.ok((await page.locator("main p.note").count()) > 0, "the ballot says that it replaces a vote");
  await stop("the ballot, replacing", page);
  await give(page, areas[0].names[2], 1);
  await press(page, CHECK);
  assert.equal(await press(page, CAST), 200);
  assert.notEqual(await receiptCode(page), receipt);
}

/** After leaving, the browser's way back shows nothing of the vote. */
async function leave(page, stop) {
  await press(page, LEAVE);
  assert.equal(await page.locator(LEAVE).count(), 0);
  await stop("the end of the session", page);
  for (let back = 0; back < 4; back += 1) {
    await page.goBack().catch(() => undefined);
    assert.deepEqual(await chosen(page), {});
    assert.deepEqual(await kept(page), {});
    assert.equal(await page.locator("p.code.slip bdi, #cast td.num").count(), 0);
  }
}

/** Two windows with one code: the later one is told, keeps its choice, and may cast it after all. */
export async function collide(visit, other, code, stop) {
  const windows = [visit.page, other];
  let names;
  for (const [index, page] of windows.entries()) {
    await enterCode({ ...visit, page }, code);
    names = (await ballot(page))[0].names;
    await give(page, names[index], 1);
    assert.equal(await press(page, CHECK), 200);
  }
  assert.equal(await press(visit.page, CAST), 200);
  const earlier = await receiptCode(visit.page);

  const late = await kept(other);
  assert.equal(await press(other, CAST), 409);
  assert.deepEqual(await kept(other), late);
  await stop("a vote was cast in another window", other);
  assert.equal(await press(other, 'main form[action$="/vote/check"] button.btn'), 200);
  assert.deepEqual(await kept(other), late);
  assert.equal(await press(other, CAST), 200);
  assert.notEqual(await receiptCode(other), earlier);
}
