// Follows every link that somebody who only looks around can follow, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withDemo } from "./harness/with_demo.mjs";

const demo = withDemo();

const unescape = (text) => text.replaceAll("&#x2F;", "/").replaceAll("&#47;", "/").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

async function read(address) {
  const answer = await fetch(address, { redirect: "manual" });
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  return { status: answer.status, isPage, text: isPage ? await answer.text() : await answer.bytes?.() };
}

for (const language of ["de", "en", "xm"]) {
  test(`no link in /${language} is dead, and every page has one first heading and a title of its own`, async (running) => {
    const start = `${demo.origin}/${language}`;
    const waiting = [start];
    const seen = new Map();
    const titles = new Map();
    const problems = [];
    while (waiting.length > 0) {
      const address = waiting.pop();
      if (seen.has(address)) continue;
      const { status, isPage, text } = await read(address);
      seen.set(address, isPage ? new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1])) : null);
      if (status !== 200) {
        if (![301, 302, 303, 307, 308].includes(status)) problems.push(`${address} answers ${status}`);
        continue;
      }
      if (!isPage) continue;
      const title = text.match(/<title>([^<]*)<\/title>/)?.[1];
      if (titles.has(title)) problems.push(`${address} and ${titles.get(title)} have the same title: ${title}`);
      titles.set(title, address);
      if ((text.match(/<h1[\s>]/g) ?? []).length !== 1) problems.push(`${address} has not one first heading`);
      for (const [, href] of text.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
        const target = new URL(unescape(href), address);
        if (!target.protocol.startsWith("http")) continue;
        if (target.origin !== demo.origin) {
          problems.push(`${address} leads to ${target.origin}`);
          continue;
        }
        if (target.hash && target.href.split("#")[0] === address && !seen.get(address).has(target.hash.slice(1))) {
          problems.push(`${address} has no place ${target.hash}`);
        }
        target.hash = "";
        const isOfThisLanguage = target.pathname === `/${language}` || target.pathname.startsWith(`/${language}/`);
        // Lists in a given order are the same pages once more, so one order is followed; and so is the form that reports a
        // barrier, which every page links with its own address in a field.
        const isOnceMore = target.searchParams.has("order") || (target.pathname.endsWith("/accessibility/report") && target.search !== "");
        if (isOfThisLanguage && !isOnceMore) waiting.push(target.href);
      }
    }
    running.diagnostic(`${seen.size} addresses`);
    assert.ok(titles.size >= 10, `only ${titles.size} pages were found`);
    assert.deepEqual(problems, []);
  });
}
