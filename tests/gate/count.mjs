// Counts what cargo's tests said. `node tests/gate/count.mjs LOG` prints a line for each suite: its name, how many
// passed, failed and were skipped, with tabs between. A test that prints a line beginning with "skipped: " was skipped.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const RUNNING = /^\s+Running (?:unittests )?(\S+) \((?:.*\/)?([^/]+?)-[0-9a-f]+\)$/;
const DOCUMENTATION = /^\s+Doc-tests (\S+)$/;
const TEST = /^test (.+?)(?: - should panic)? \.\.\. (ok|FAILED|ignored)/;
const RESULT = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;/;
const OUTPUT_OF = /^---- (.+) stdout ----$/;

/** The suites in the log, in order: `{ name, passed, failed, skipped }`. */
export function count(log) {
  const binaries = [];
  let current;
  let speaking;
  for (const line of log.split("\n")) {
    const running = line.match(RUNNING);
    const documentation = line.match(DOCUMENTATION);
    if (running || documentation) {
      current = { name: running ? nameOf(running[1], running[2]) : `examples of ${documentation[1]}`, tests: new Map() };
      current.byRoom = running !== null && !/(^|\/)src\//.test(running[1]);
      binaries.push(current);
      speaking = undefined;
      continue;
    }
    if (!current) continue;
    const test = line.match(TEST);
    const result = line.match(RESULT);
    if (test && !result) current.tests.set(test[1], test[2]);
    if (result) current.result = result.slice(1).map(Number);
    speaking = line.match(OUTPUT_OF)?.[1] ?? speaking;
    if (line.startsWith("skipped: ") && current.tests.get(speaking) === "ok") current.tests.set(speaking, "ignored");
  }
  return binaries.flatMap(suites);
}

function nameOf(source, binary) {
  return /(^|\/)src\//.test(source) ? `unit tests of ${binary}` : `${source.replace(/\.rs$/, "").replace(/\/main$/, "")} of ${binary}`;
}

/** One suite of a binary, or one for each room where the binary mirrors the house. */
function suites({ name, tests, byRoom, result }) {
  // Without its last line the binary died: what it had not said by then failed.
  if (!result) return [{ name: `${name} (ended without a result)`, passed: 0, failed: 1, skipped: 0 }];
  const [passed, failed, ignored] = result;
  if (tests.size !== passed + failed + ignored) return [{ name, passed, failed, skipped: ignored }];
  const rooms = new Map();
  for (const [test, outcome] of tests) {
    const room = byRoom && test.includes("::") ? `tests/${test.split("::")[0]}` : name;
    const suite = rooms.get(room) ?? { name: room, passed: 0, failed: 0, skipped: 0 };
    rooms.set(room, suite);
    if (outcome === "ok") suite.passed += 1;
    else if (outcome === "FAILED") suite.failed += 1;
    else suite.skipped += 1;
  }
  return rooms.size > 0 ? [...rooms.values()] : [{ name, passed, failed, skipped: ignored }];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, passed, failed, skipped } of count(readFileSync(process.argv[2], "utf8"))) {
    console.log([name, passed, failed, skipped].join("\t"));
  }
}
