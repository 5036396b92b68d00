// What the page tests share: each of them in every browser, with the page open.

import assert from "node:assert/strict";
import { after, afterEach, before, describe } from "node:test";
import { browserNames, launch, openPage, stateIs } from "./browsers.mjs";

/** Runs `tests`, a function that defines them, in every browser; what `desk` holds is there once they run. */
export function inEveryBrowser(about, tests) {
  for (const name of browserNames) {
    describe(`${name}, ${about}`, () => {
      const desk = { name };
      before(async () => {
        desk.browser = await launch(name);
        Object.assign(desk, await openPage(desk.browser));
      });
      after(async () => {
        await desk.browser?.close();
      });
      // Nothing that a test does may end in an error, a warning or a request.
      afterEach(() => {
        assert.deepEqual(desk.troubles.splice(0), []);
      });
      tests(desk);
    });
  }
}

/** The page as on the first visit. */
export async function freshVisit(page) {
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await stateIs(page, "ready");
}
