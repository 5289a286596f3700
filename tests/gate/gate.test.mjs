// What can be said about the project without compiling it, and that these checks can fail.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { count } from "./count.mjs";
import { allowance, objections, satisfied } from "./licences.mjs";
import { Counts } from "./reporter.mjs";
import { names, unused } from "./unused.mjs";

const root = join(import.meta.dirname, "../..");

function metadata(...options) {
  const command = ["metadata", "--format-version", "1", "--locked", ...options];
  return JSON.parse(execFileSync("cargo", command, { cwd: root, maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] }));
}

function rustTexts(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

test("every package in the tree has a licence that deny.toml allows", () => {
  const rules = allowance(readFileSync(join(root, "deny.toml"), "utf8"));
  assert.deepEqual(objections(metadata("--all-features").packages, rules), []);
});

test("every dependency in a Cargo.toml is used", () => {
  for (const entry of metadata("--no-deps").packages) {
    const folder = dirname(entry.manifest_path);
    const sources = {
      src: rustTexts(join(folder, "src")),
      tests: [...rustTexts(join(folder, "tests")), ...rustTexts(join(folder, "benches"))],
    };
    assert.notEqual(sources.src.length, 0);
    assert.deepEqual(unused(entry, sources), []);
  }
});

test("the lock file of the browser tests names no place to download from", () => {
  const lock = JSON.parse(readFileSync(join(root, "tests/browser/package-lock.json"), "utf8"));
  const places = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? []);
  assert.deepEqual(places, []);
});

test("a package under a copyleft licence is refused", () => {
  const rules = { allowed: new Set(["MIT", "Apache-2.0"]), exceptions: new Map([["known", new Set(["MPL-2.0"])]]) };
  const packages = [
    { name: "own", version: "1.0.0", license: "MIT OR Apache-2.0" },
    { name: "known", version: "1.0.0", license: "MPL-2.0" },
    { name: "other", version: "1.0.0", license: "MPL-2.0" },
    { name: "copyleft", version: "1.0.0", license: "GPL-3.0-or-later" },
    { name: "silent", version: "1.0.0", license: null },
  ];
  assert.deepEqual(objections(packages, rules), [
    "other 1.0.0 is under MPL-2.0, which deny.toml does not allow",
    "copyleft 1.0.0 is under GPL-3.0-or-later, which deny.toml does not allow",
    "silent 1.0.0 names no licence",
  ]);
});

test("a licence expression is read with its brackets", () => {
  const mit = (id) => id === "MIT";
  assert.equal(satisfied("MIT", mit), true);
  assert.equal(satisfied("MIT/Apache-2.0", mit), true);
  assert.equal(satisfied("Apache-2.0 WITH LLVM-exception OR MIT", mit), true);
  assert.equal(satisfied("MIT AND Unicode-3.0", mit), false);
  assert.equal(satisfied("(GPL-2.0 OR MIT) AND MIT", mit), true);
  assert.equal(satisfied("(GPL-2.0 OR MIT) AND Zlib", mit), false);
});

test("a dependency that only a comment mentions is unused", () => {
  assert.equal(names("// serde::Serialize\nfn main() {}", "serde"), false);
  assert.equal(names("let serde = 1;", "serde"), false);
  assert.equal(names("use serde::Serialize;", "serde"), true);
  assert.equal(names("tracing::info!(a)", "tracing"), true);
  assert.equal(names("    use actix_web;", "actix-web"), true);

  const entry = {
    name: "own",
    metadata: { "cargo-machete": { ignored: ["linked"] } },
    dependencies: [
      { name: "linked", rename: null, kind: null },
      { name: "tempfile", rename: null, kind: null },
      { name: "proptest", rename: null, kind: "dev" },
    ],
  };
  assert.deepEqual(unused(entry, { src: ["fn main() {}"], tests: ["use tempfile::TempDir; proptest::proptest! {}"] }), [
    "own names tempfile in Cargo.toml and nowhere else",
  ]);
});

test("tests are counted by suite, and one that says it was skipped did not pass", () => {
  const log = `   Compiling own v0.1.0
     Running unittests src/lib.rs (target/debug/deps/own-0123456789abcdef)

running 2 tests
test money::adds ... ok
test money::overflows - should panic ... ok

test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/main.rs (/elsewhere/debug/deps/own-fedcba9876543210)

running 4 tests
test store::reads::sqlite ... ok
test store::reads::postgres ... FAILED
test files::counts ... ok
test files::soaks ... ignored, takes an hour

successes:

---- files::counts stdout ----
skipped: no files

failures:

---- store::reads::postgres stdout ----
no

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/crash.rs (target/debug/deps/crash-0000000000000000)

running 1 test
   Doc-tests own_tally

running 1 test
test src/lib.rs - count (line 3) ... ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s
`;
  assert.deepEqual(count(log), [
    { name: "unit tests of own", passed: 2, failed: 0, skipped: 0 },
    { name: "tests/store", passed: 1, failed: 1, skipped: 0 },
    { name: "tests/files", passed: 0, failed: 0, skipped: 2 },
    { name: "tests/crash of crash (ended without a result)", passed: 0, failed: 1, skipped: 0 },
    { name: "examples of own_tally", passed: 1, failed: 0, skipped: 0 },
  ]);
});

test("a test with parts counts by its parts, and by itself where no part failed but it did", () => {
  const counts = new Counts();
  const told = (type, nesting, name, more = {}) =>
    counts.add({ type: `test:${type}`, data: { file: "/tests/walk.test.mjs", name, nesting, ...more } });

  told("pass", 1, "first part");
  told("fail", 1, "second part");
  told("fail", 0, "a walk");
  told("pass", 1, "only part");
  told("fail", 0, "a walk whose end broke");
  told("pass", 0, "alone");
  told("pass", 0, "left out", { skip: true });
  counts.add({ type: "test:fail", data: { file: "/tests/broken.test.mjs", name: "/tests/broken.test.mjs", nesting: 0 } });

  assert.deepEqual(counts.lines("in "), ["in broken\t0\t1\t0", "in walk\t3\t2\t1"]);
});
