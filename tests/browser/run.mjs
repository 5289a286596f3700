// Runs the browser tests: fills one demo, starts one browser, hands both to every test file. `tests/run browser` calls
// it; alone it wants ALLMENDE (the program) and takes the names of test files.

import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

import { launch } from "./harness/browser.mjs";
import { fill } from "./harness/program.mjs";

const here = import.meta.dirname;
const reporter = join(here, "../gate/reporter.mjs");

async function testFiles() {
  const named = process.argv.slice(2);
  if (named.length > 0) return named;
  const all = await readdir(here);
  return all.filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(here, name));
}

async function run(files, environment) {
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  if (process.env.COUNTS) reporters.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${process.env.COUNTS}`);
  const child = spawn(process.execPath, ["--test", `--test-concurrency=${availableParallelism()}`, ...reporters, ...files], {
    stdio: "inherit",
    env: { ...process.env, SUITE_PREFIX: "browser/", ...environment },
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

const folder = await mkdtemp(join(tmpdir(), "allmende-browser-run-"));
const note = join(folder, "demo.json");
let demo;
let browser;
try {
  const began = Date.now();
  [demo, browser] = await Promise.all([fill(note), launch()]);
  console.log(`The demo was filled in ${Math.round((Date.now() - began) / 1000)} s.`);
  process.exitCode = await run(await testFiles(), { FILLED_DEMO: note, BROWSER_ENDPOINT: browser.wsEndpoint() });
} finally {
  await browser?.close();
  await demo?.remove();
  await rm(folder, { recursive: true, force: true });
}
