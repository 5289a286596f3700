// A demo and a browser for one test file.

import { after, before } from "node:test";

import { connect, openWindow } from "./browser.mjs";
import { Program, filled } from "./program.mjs";

/** Starts a demo of its own before the file's tests and stops it after them. */
export function withDemo() {
  const demo = {
    /** A window, with `javaScriptEnabled: false` or other options of the browser. */
    open: (options) => openWindow(demo.browser, demo.program.origin, options),
  };
  before(async () => {
    demo.ways = await filled();
    demo.program = await Program.start({ from: demo.ways.data });
    demo.origin = demo.program.origin;
    demo.browser = await connect();
  });
  after(async () => {
    await demo.browser?.close();
    await demo.program?.stop();
  });
  return demo;
}
