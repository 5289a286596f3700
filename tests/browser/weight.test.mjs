// What the first view of a page costs on the wire, for somebody who was never here.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withDemo } from "./harness/with_demo.mjs";
import { enterCode } from "./walks/voter.mjs";

const FIRST_VIEW = 50_000;
const BALLOT = 60_000;
const PAGES = [
  "",
  "/rounds/lindenau-2027",
  "/rounds/lindenau-2027/projects",
  "/rounds/lindenau-2027/projects/00001",
  "/rounds/lindenau-2027/vote",
  "/rounds/lindenau-2026/result",
  "/rounds/lindenau-2028/proposal-form",
  "/imprint",
  "/privacy",
  "/accessibility",
  "/sign-in",
];

const demo = withDemo();

/** A window that adds up what it is sent, headers included. */
async function weighing() {
  const { context, page } = await demo.open();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const weight = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    weight.bytes += encodedDataLength;
    weight.requests += 1;
  });
  return { context, page, weight };
}

for (const language of ["de", "en"]) {
  for (const path of PAGES) {
    test(`/${language}${path} weighs at most ${FIRST_VIEW} bytes`, async (running) => {
      const { context, page, weight } = await weighing();
      await page.goto(`/${language}${path}`, { waitUntil: "networkidle" });
      running.diagnostic(`/${language}${path}: ${weight.bytes} bytes in ${weight.requests} requests`);
      assert.ok(weight.requests >= 2, "the page came with its stylesheet");
      assert.ok(weight.bytes <= FIRST_VIEW, `${weight.bytes} bytes`);
      await context.close();
    });
  }

  test(`the ${language} ballot weighs at most ${BALLOT} bytes, everything loaded anew`, async (running) => {
    const { context, page, weight } = await weighing();
    await enterCode({ page, language, round: "lindenau-2027" }, demo.ways.codes["lindenau-2027"][0]);
    const projects = await page.locator(".brow").count();
    const cookies = await context.cookies();
    await context.close();

    const cold = await weighing();
    await cold.context.addCookies(cookies);
    await cold.page.goto(`/${language}/rounds/lindenau-2027/vote/ballot`, { waitUntil: "networkidle" });
    running.diagnostic(`${projects} projects: ${cold.weight.bytes} bytes in ${cold.weight.requests} requests`);
    assert.equal(await cold.page.locator(".brow").count(), projects);
    assert.ok(weight.bytes > 0 && cold.weight.bytes <= BALLOT, `${cold.weight.bytes} bytes`);
    await cold.context.close();
  });
}
