// A reporter for node's test runner: a line for each file with its name, how many of its tests passed, failed and were
// skipped, with tabs between. A test with parts counts by its parts.

import { basename } from "node:path";

/** Adds up what the runner tells, event by event. */
export class Counts {
  #files = new Map();

  add({ type, data }) {
    if (type !== "test:pass" && type !== "test:fail") return;
    const file = this.#file(basename(data.file ?? data.name));
    const parts = file.parts[data.nesting + 1];
    file.parts[data.nesting + 1] = undefined;
    const failed = type === "test:fail";
    const here = (file.parts[data.nesting] ??= { failed: false });
    here.failed ||= failed;
    // A part's failure is not told twice; one of the whole alone, such as a set-up that broke, is.
    if (parts && (!failed || parts.failed)) return;
    if (data.details?.type === "suite" && !failed) return;
    if (failed) file.failed += 1;
    else if (data.skip !== undefined || data.todo !== undefined) file.skipped += 1;
    else file.passed += 1;
  }

  #file(name) {
    const file = this.#files.get(name) ?? { passed: 0, failed: 0, skipped: 0, parts: [] };
    this.#files.set(name, file);
    return file;
  }

  /** The lines; `prefix` stands before each file's name. */
  lines(prefix) {
    return [...this.#files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, { passed, failed, skipped }]) => [`${prefix}${name.replace(/(\.test)?\.mjs$/, "")}`, passed, failed, skipped].join("\t"));
  }
}

export default async function* reporter(events) {
  const counts = new Counts();
  for await (const event of events) counts.add(event);
  for (const line of counts.lines(process.env.SUITE_PREFIX ?? "")) yield `${line}\n`;
}
