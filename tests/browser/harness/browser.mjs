// One browser for all tests, and windows that note what a page must never do.

import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever a page asks for elsewhere is noted by the window and cannot be had.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Starts the browser that `connect` finds. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launchServer({ executablePath, headless: true, args: ARGUMENTS });
}

/** The browser that runs already. */
export async function connect() {
  return chromium.connect(process.env.BROWSER_ENDPOINT);
}

/**
 * A window of somebody's own, without cookies. `offences` fills with every request that leaves the origin, every breach
 * of the content security policy, every error of a script.
 */
export async function openWindow(browser, origin, options = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const offences = [];
  context.setDefaultTimeout(20_000);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) offences.push(`asked ${url.origin} for something`);
  });
  context.on("console", (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) offences.push(`broke the content security policy: ${text}`);
  });
  context.on("weberror", (error) => offences.push(`a script failed: ${error.error()}`));
  const page = await context.newPage();
  return { context, page, offences };
}

/** Presses what `selector` finds and waits for the page that follows; gives its status. */
export async function press(page, selector) {
  const [answer] = await Promise.all([
    page.waitForNavigation({ waitUntil: "load" }),
    page.locator(selector).first().click(),
  ]);
  return answer?.status();
}
