// What somebody sees who only looks around. `stop(name, page)` is called on every page.

import assert from "node:assert/strict";

const PAGES = [
  ["home", ""],
  ["a round in voting", "/rounds/lindenau-2027"],
  ["a round with a result", "/rounds/lindenau-2026"],
  ["projects", "/rounds/lindenau-2027/projects"],
  ["a round whose council has not decided", "/rounds/jugend-2027"],
  ["a result whose council has not decided", "/rounds/jugend-2027/result"],
  ["a project that waits for the council", "/rounds/jugend-2027/projects/00001"],
  ["a project that the council changed", "/rounds/lindenau-2026/projects/00002"],
  ["projects of the approval round", "/rounds/schulhof-2027/projects"],
  ["a project", "/rounds/lindenau-2027/projects/00001"],
  ["a round that takes proposals", "/rounds/lindenau-2028"],
  ["the form on paper", "/rounds/lindenau-2028/proposal-form"],
  ["proposals", "/rounds/lindenau-2028/proposals?order=7"],
  ["proposals, searched in vain", "/rounds/lindenau-2028/proposals?words=elephant&order=7&page=1"],
  ["moderation in figures", "/rounds/lindenau-2028/moderation"],
  ["how fast the office answers", "/rounds/lindenau-2028/answer-times"],
  ["finding a proposal by its number", "/proposals"],
  ["voting on a round that is over", "/rounds/lindenau-2026/vote"],
  ["the record", "/record"],
  ["the record, searched in vain", "/record?round=schulhof-2027&topic=count"],
  ["imprint", "/imprint"],
  ["privacy", "/privacy"],
  ["accessibility", "/accessibility"],
  ["reporting a barrier", "/accessibility/report"],
  ["questions and answers", "/help"],
  ["questions and answers of a round", "/help?round=lindenau-2027"],
  ["asking the office about a round", "/help/ask?round=lindenau-2027"],
  ["following a round", "/follow?round=lindenau-2027"],
  ["a mailbox that was asked", "/follow/sent?round=lindenau-2027"],
  ["what is followed, by nobody known", "/following"],
  ["easy language", "/easy"],
  ["who can see and do what", "/who-sees-what"],
  ["the demo's mails", "/demo/mailbox"],
];

/** Walks through everything that is open to everybody. */
export async function lookAround({ page, language }, stop) {
  for (const [name, path] of PAGES) {
    const answer = await page.goto(`/${language}${path}`);
    assert.equal(answer.status(), 200, `${name}: ${path}`);
    await stop(name, page);
  }
  await report(page, language, stop);
  await first(page, `/${language}/demo/mailbox`, "main ol.rows a", "a mail", stop);
  await first(page, `/${language}/record?round=lindenau-2027`, "main ol.trail a", "an entry of the record", stop);
  await first(page, `/${language}/record?topic=organisation`, "main ol.trail a", "an entry without a person", stop);
  const mistaken = await page.goto(`/${language}/record?from=2027-10-02&to=2027-10-01`);
  assert.equal(mistaken.status(), 422);
  await stop("the record, searched with a mistake", page);
  const result = await page.goto(`/${language}/rounds/lindenau-2026/result`);
  assert.equal(result.status(), 200);
  await stop("a result", page);
  await first(page, page.url(), 'ol.areas a, a[href*="area"]', "an area's result", stop);

  const lost = await page.goto(`/${language}/rounds/never-held`);
  assert.equal(lost.status(), 404);
  await stop("a page that does not exist", page);
}

/** Reports the newest proposal: the form, its mistakes, and the confirmation. */
async function report(page, language, stop) {
  await page.goto(`/${language}/rounds/lindenau-2028/proposals?order=newest`);
  const proposal = new URL(await page.locator("main ol.rows h3 a").first().getAttribute("href"), page.url()).pathname;
  assert.equal((await page.goto(`${proposal}/report`)).status(), 200);
  await stop("reporting a text", page);
  await page.locator("main form button.btn").click();
  await stop("reporting a text with a mistake", page);
  await page.locator("main form input[value=advertising]").check();
  await page.locator("main form textarea").fill("<b>Bikes</b>");
  await page.locator("main form button.btn").click();
  await page.waitForURL(/reported/);
  await stop("a report", page);
  assert.equal((await page.goto(`${proposal}/versions`)).status(), 200);
  await stop("earlier versions", page);
}

/** The first page behind a link, where there is one. */
async function first(page, from, link, name, stop) {
  await page.goto(from);
  const target = await page.locator(link).first().getAttribute("href", { timeout: 2000 }).catch(() => null);
  if (target === null) return;
  await page.goto(new URL(target, page.url()).href);
  await stop(name, page);
}
