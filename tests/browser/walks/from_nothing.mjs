// An organisation from an empty database: what its first administrator and the people whom she invites do, each in a
// browser of their own. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

import { press } from "../harness/browser.mjs";
import { codeNow } from "../harness/telephone.mjs";

const ACT = "main form .acts button.btn";
const LINK = /http:\/\/127\.0\.0\.1:\d+\/\S+/;
const DIGITS = /\b\d{3} ?\d{3}\b/;

/** Sets up a telephone on the page that asks for it, with a mistyped code first; gives its key, ends where the last button leads. */
export async function setUpTelephone({ page, stop }) {
  assert.match(new URL(page.url()).pathname, /\/account\/second-factor$/);
  await stop("no telephone yet", page);
  await press(page, "main button[value=begin]");
  await page.locator("main details:has(.code) summary").click();
  const key = await page.locator("main details .code").textContent();
  await stop("the telephone's picture", page);
  await page.fill("#code", "123");
  assert.equal(await press(page, "main button[value=confirm]"), 422);
  await page.fill("#code", codeNow(key));
  assert.equal(await press(page, "main button[value=confirm]"), 200);
  assert.equal(await page.locator("main .codes .code").count(), 10);
  await stop("codes on paper", page);
  await press(page, "main .acts a.btn");
  return key;
}

/** The first administrator signs in with the password of the command line. */
export async function arrive(visit, { email, password }) {
  const { page, language, stop } = visit;
  await page.goto(`/${language}/office`);
  await page.locator("main details:has(#password) summary").click();
  await page.fill("#email", email);
  await page.fill("#password", password);
  await press(page, "main form:has(#password) .acts button.btn");
  const key = await setUpTelephone(visit);
  assert.match(new URL(page.url()).pathname, /\/office$/);
  assert.equal(await page.locator("#set-up").count(), 1, "the first steps are shown");
  await stop("an empty office", page);
  return key;
}

/** Fills a part of the organisation by its fields. */
async function fillPart({ page, language, stop }, part, fields) {
  const shown = await page.goto(`/${language}/office/organisation/${part}`);
  assert.equal(shown.status(), 200, part);
  for (const [field, value] of Object.entries(fields)) await page.fill(`#${field}`, value);
  const status = await press(page, ACT);
  assert.equal(status, 200, `${part}: ${await page.locator("main .problem").allTextContents()}`);
  await stop(`the organisation's ${part}, filled in`, page);
}

/** The organisation's own words, and two departments. */
export async function describeOrganisation(visit) {
  await fillPart(visit, "name", {
    name_de: "Stadt Lindenau",
    name_en: "Town of Lindenau",
    service_name_de: "Bürgerhaushalt Lindenau",
    service_name_en: "Lindenau citizens' budget",
  });
  await fillPart(visit, "help", {
    help_telephone: "+49 30 5557700",
    help_email: "hilfe@lindenau.example",
    help_hours_de: "Montag bis Freitag, 9 bis 17 Uhr",
    help_place_de: "Bürgeramt, Marktplatz 1",
    help_hours_en: "Monday to Friday, 9 am to 5 pm",
    help_place_en: "Citizens' office, Marktplatz 1",
  });
  const legal = ["imprint", "privacy", "accessibility"];
  const texts = (code, text) => legal.map((part) => [`${part}_${code}`, text]);
  await fillPart(visit, "texts", Object.fromEntries([...texts("de", "Stadt Lindenau."), ...texts("en", "Lindenau.")]));
  for (const [german, english] of [["Grünflächenamt", "Parks"], ["Straßenamt", "Roads"]]) {
    await fillPart(visit, "departments/new", { name_de: german, name_en: english, email: "amt@lindenau.example" });
  }
}

/** Invites somebody to a role; a reviewer for the departments at these places of the list. */
export async function invite({ page, language, stop }, email, role, departments = []) {
  await page.goto(`/${language}/office/people/invite`);
  await page.fill("#email", email);
  await page.check(`#role-${role}`);
  for (const place of departments) await page.locator("input[name=department]").nth(place).check();
  await stop(`inviting: ${role}`, page);
  assert.equal(await press(page, ACT), 200, email);
  await stop(`invited: ${role}`, page);
}

/** Somebody with an invitation in the mailbox proves the address, accepts, sets up a telephone, is in the office. */
export async function acceptInvitation(visit, mailbox, email) {
  const { page, language, stop } = visit;
  await page.goto(await mailbox.find(email, LINK));
  await stop("an invitation", page);
  await press(page, "main button[value=code]");
  await page.fill("#code", await mailbox.find(email, DIGITS));
  assert.equal(await press(page, ACT), 200);
  await stop("an invitation, the address proved", page);
  await page.fill("#name", "Bea Berg");
  await press(page, "main button[value=accept]");
  await stop("an invitation, accepted", page);
  await press(page, "main .acts a.btn");
  const key = await setUpTelephone(visit);
  await page.goto(`/${language}/office`);
  assert.match(new URL(page.url()).pathname, /\/office$/, email);
  await stop("the office of somebody new", page);
  return key;
}

/** A resident signs in by the link of a mail and has an account. */
export async function becomeResident({ page, language, stop }, mailbox, email) {
  await page.goto(`/${language}/sign-in`);
  await page.fill("#mail", email);
  await press(page, "main form.sheet .acts button.btn");
  await stop("a mail is on its way", page);
  await page.goto(await mailbox.find(email, LINK));
  await stop("the link of a mail", page);
  assert.equal(await press(page, ACT), 200);
  await page.goto(`/${language}/account`);
  assert.match(await page.locator("main").textContent(), new RegExp(email.replaceAll(".", "\\.")));
  await stop("an account", page);
}

/** Adds a workplace with its poster and one personnel code; gives the address on the poster and the code on the slip. */
export async function openWorkplace({ page, language, stop }, name) {
  await page.goto(`/${language}/office/workplaces/new`);
  await page.fill("#name", name);
  assert.equal(await press(page, ACT), 200);
  await stop("workplaces", page);
  await press(page, 'main a[href$="/poster"]');
  await stop("a poster", page);
  const address = (await page.locator(".poster .where").textContent()).trim();
  await page.goto(`/${language}/office/personnel-codes/new`);
  await page.fill("#size", "1");
  assert.equal(await press(page, ACT), 200);
  await stop("a slip", page);
  return { address, code: (await page.locator(".slips .code").textContent()).trim() };
}

/** A nurse enters at the address of the poster with the code of a slip, and signs out at the shared computer. */
export async function enterAsNurse({ page, language, stop }, { address, code }) {
  await page.goto(address);
  await page.fill("#code", code.toLowerCase().replaceAll("-", " "));
  await stop("the entry of a workplace", page);
  assert.equal(await press(page, ACT), 200);
  await page.goto(`/${language}/account`);
  assert.equal(await page.locator("main h1").count(), 1);
  assert.match(new URL(page.url()).pathname, /\/account$/);
  await stop("the account of a nurse", page);
  await press(page, ".shared form button");
  assert.match(page.url(), /\/enter\/[-\w]+\?after=sign-out$/);
}

/** The people of the office: each with the own task, and with a telephone. */
export async function findEverybody({ page, language, stop }, people) {
  const shown = await page.goto(`/${language}/office/people`);
  assert.equal(shown.status(), 200);
  await stop("the people of the office", page);
  const roles = { administrator: "Verwaltung", reviewer: "Prüfung", counter_staff: "Bürgerschalter" };
  for (const [email, role] of people) {
    const row = page.locator("main li, main tr").filter({ hasText: email }).first();
    assert.match(await row.textContent(), new RegExp(roles[role]), email);
  }
}
