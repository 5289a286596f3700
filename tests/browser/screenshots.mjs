// Takes the pictures of the README from the running program: `node tests/browser/screenshots.mjs`, with ALLMENDE naming
// the program. Writes docs/images/ballot.png (a telephone) and docs/images/result.png (a desk).

import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { connect, launch, openWindow } from "./harness/browser.mjs";
import { Program, fill } from "./harness/program.mjs";
import { ballot, enterCode, give } from "./walks/voter.mjs";

const images = join(import.meta.dirname, "../../docs/images");

async function ballotPicture(browser, origin, codes) {
  const { context, page } = await openWindow(browser, origin, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  await enterCode({ page, language: "en", round: "lindenau-2027" }, codes["lindenau-2027"][0]);
  const { area, names } = (await ballot(page))[0];
  await give(page, names[0], 3);
  await page.locator(`#${area}`).evaluate((head) => head.scrollIntoView());
  await page.screenshot({ path: join(images, "ballot.png") });
  await context.close();
}

async function resultPicture(browser, origin) {
  const { context, page } = await openWindow(browser, origin, { viewport: { width: 1280, height: 1500 } });
  await page.goto("/en/rounds/lindenau-2026/result/areas/1");
  await page.screenshot({ path: join(images, "result.png") });
  await context.close();
}

const folder = await mkdtemp(join(tmpdir(), "allmende-pictures-"));
const note = join(folder, "demo.json");
let demo;
let program;
let server;
try {
  await mkdir(images, { recursive: true });
  [demo, server] = await Promise.all([fill(note), launch()]);
  const { data, codes } = JSON.parse(await readFile(note, "utf8"));
  program = await Program.start({ from: data });
  process.env.BROWSER_ENDPOINT = server.wsEndpoint();
  const browser = await connect();
  await ballotPicture(browser, program.origin, codes);
  await resultPicture(browser, program.origin);
  await browser.close();
} finally {
  await server?.close();
  await program?.stop();
  await demo?.remove();
  await rm(folder, { recursive: true, force: true });
}
