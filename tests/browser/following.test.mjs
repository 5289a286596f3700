// Following a proposal with an e-mail address alone: on a telephone, without scripts, from the box to one click that stops all.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { press } from "./harness/browser.mjs";
import { look } from "./harness/look.mjs";
import { Mailbox } from "./harness/mailbox.mjs";
import { withDemo } from "./harness/with_demo.mjs";

const demo = withDemo();
const ADA = "ada@example.org";

test("somebody follows a proposal without scripts, confirms from the mailbox, and stops with one click", async () => {
  const { context, page, offences } = await demo.open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const fits = async () => {
    const [shown, wide] = [await page.locator("body").boundingBox(), page.viewportSize().width];
    assert.ok(shown.width <= wide, `${page.url()} is ${shown.width} wide`);
  };
  await page.goto("/en/rounds/lindenau-2028/proposals?order=7");
  await page.goto(new URL(await page.locator("main ol.rows a").first().getAttribute("href"), page.url()).href);
  await fits();
  const box = 'section[aria-labelledby="follow"]';
  await page.fill(`${box} input[type=email]`, "nonsense");
  assert.equal(await press(page, `${box} button`), 422);
  assert.equal(await page.inputValue("#email"), "nonsense");
  await page.fill("#email", ` ${ADA.toUpperCase()} `);
  assert.equal(await press(page, "main form .acts button"), 200);
  assert.match(await page.locator("h1").textContent(), /Look into your mailbox/);
  await fits();

  const mailbox = new Mailbox(join(demo.program.data, "mail"));
  const link = await mailbox.find(ADA, /http\S+\/en\/follow\/confirm\?token=\S+/);
  await page.goto(link);
  assert.match(await page.locator("h1").textContent(), /Do you want to follow this\?/);
  await fits();
  assert.equal(await press(page, "main form .acts button"), 200);
  assert.match(await page.locator("h1").textContent(), /You follow this/);
  const [answer] = await Promise.all([page.waitForNavigation(), page.click("main .acts a.btn")]);
  assert.equal(answer.status(), 200);
  assert.match(await page.locator("main").textContent(), /Stop this/);
  await fits();
  const following = page.url();

  assert.equal(await press(page, "main li form button"), 200);
  assert.match(await page.locator("[role=status]").textContent(), /Stopped\./);
  assert.match(await page.locator("main").textContent(), /You follow nothing\./);
  await page.goto(following);
  assert.match(await page.locator("main").textContent(), /You follow nothing\./);
  assert.deepEqual(offences, []);
  await context.close();
});

for (const language of ["de", "en", "xm"]) {
  test(`${language}: what followers see is left by a machine without a fault`, async () => {
    const { context, page, offences } = await demo.open();
    const found = [];
    const see = async (path) => {
      await page.goto(`/${language}${path}`);
      found.push(...(await look(page)).map((line) => `${path}: ${line}`));
    };
    await see("/follow?round=lindenau-2027");
    await see("/follow");
    await see("/follow/sent?round=lindenau-2027");
    await see("/follow/confirm?token=a");
    await see("/following");
    await see("/following?token=a");
    assert.deepEqual([found, offences], [[], []]);
    await context.close();
  });
}
