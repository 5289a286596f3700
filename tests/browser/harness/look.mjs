// What must hold on every page, whatever it shows.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The checker's source; evaluated by the browser's own tools, it needs no leave from the page's policy. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
];
/** The width of a screen of 1280 pixels that is enlarged four times. */
const NARROWEST = { width: 320, height: 640 };
/** Every rule; in the dark, where nothing but colours changes, the rules that look at colours. */
const SCHEMES = {
  light: {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  },
  dark: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] },
};

/** What the checker finds on the page as it stands, a line for each element with its rule. */
async function check(page, options) {
  const found = await page.evaluate((rules) => window.axe.run(document, rules).then((all) => all.violations), options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => {
      const why = (node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200);
      return `${id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}: ${why}`;
    }),
  );
}

/** Problems of accessibility at every width in every scheme, a line each with rule, element and where. */
async function violations(page) {
  const found = new Map();
  await page.evaluate(AXE);
  for (const viewport of WIDTHS) {
    for (const [colorScheme, options] of Object.entries(SCHEMES)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      let lines = await check(page, options);
      if (lines.length > 0) {
        // A bar that stays at the foot of the view covers whatever row happens to be below it; scrolling frees it, which
        // the checker does not know. In a view as high as the page nothing is below the bar.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: viewport.width, height });
        lines = await check(page, options);
      }
      for (const line of lines) found.set(line, [...(found.get(line) ?? []), `${viewport.width} px ${colorScheme}`]);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  return [...found].map(([line, places]) => `${line} (${places.join(", ")})`);
}

/** What can be read off the page itself. */
function shape() {
  const found = [];
  const root = document.documentElement;
  const heads = [...document.querySelectorAll("h1")];
  if (heads.length !== 1) found.push(`${heads.length} first headings`);
  if (!root.lang) found.push("no language on the page");
  if (!document.title.trim()) found.push("no title");
  let level = 0;
  for (const head of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")) {
    const own = Number(head.tagName[1]);
    if (own > level + 1 && level > 0) found.push(`a heading skips a level: ${head.outerHTML.slice(0, 120)}`);
    level = own;
  }
  const ids = new Map();
  for (const { id } of document.querySelectorAll("[id]")) ids.set(id, (ids.get(id) ?? 0) + 1);
  for (const [id, times] of ids) if (times > 1) found.push(`${times} elements are called ${id}`);
  for (const element of document.querySelectorAll("[style], script:not([src]), style")) {
    found.push(`style or script inside the page: ${element.outerHTML.slice(0, 120)}`);
  }
  return found;
}

/** What makes the page scroll sideways, if it does. */
function sideways() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5) && !element.closest(".scroll, .vh, .skip");
  });
  const worst = wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
  return [`scrolls sideways at ${root.clientWidth} px (${root.scrollWidth} px wide): ${worst.join(" | ")}`];
}

/** A page that asks again by itself would be gone in the middle of a look: shows it once more without that. */
async function hold(page) {
  const refresh = /<meta http-equiv="refresh"[^>]*>/;
  const html = await page.content();
  if (!refresh.test(html)) return;
  const address = page.url();
  const held = { contentType: "text/html; charset=utf-8", body: html.replace(refresh, "") };
  // Every time, not once: the page may ask by itself just before it is asked here.
  await page.route(address, (route) => route.fulfill(held));
  await page.goto(address);
  await page.unroute(address);
}

/** Everything that is wrong with the page that is shown, a line each. */
export async function look(page) {
  await hold(page);
  const found = await page.evaluate(shape);
  found.push(...(await violations(page)));
  for (const viewport of [...WIDTHS, NARROWEST]) {
    await page.setViewportSize(viewport);
    found.push(...(await page.evaluate(sideways)));
  }
  const cookies = await page.context().cookies();
  // The session of a vote with an account stands beside that of the account.
  const beside = ["office", "vote"].every((wanted) => cookies.some(({ name }) => name === wanted)) ? 1 : 0;
  if (cookies.length > 2 + beside) found.push(`${cookies.length} cookies: ${cookies.map(({ name }) => name).join(", ")}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}
