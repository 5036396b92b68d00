// The page with a checker that the test has written, where the real one cannot be made to do what
// the test needs: fail, hang, or find something on every line.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileOf, readPage } from "../tools/html.mjs";
import { pageFile } from "./browsers.mjs";
import { scratch } from "./scratch.mjs";

/** A file with the page around `checker`, the source of a `wasm_bindgen` with check(text). */
export async function pageWith(checker, { before = "" } = {}) {
  const glue = `
    const wasm_bindgen = (() => {
      const empty = (text) => ({
        schema: "hegao.review/1", profile: "rule-of-law",
        document: { title: null, organ: null, reportYear: null, signedOn: null, characters: text.length, isExcerpt: false },
        findings: [], claims: [], sections: [],
        outline: [],
        coverage: { figures: 0, figuresInClaims: 0, dates: 0, headings: 0, tables: 0, unchecked: [] },
      });
      const rules = () => [];
      const profiles = () => [{ id: "rule-of-law", title: "法治政府建设年度报告" }];
      const check = ${checker};
      const serve = () => {
        onmessage = ({ data }) => postMessage({ id: data.id, review: check(data.text, empty), milliseconds: 1 });
        postMessage({ rules: rules(), profiles: profiles() });
      };
      return { initSync() {}, rules, profiles, serve, check: (text) => check(text, empty) };
    })();`;
  const html = await readPage(pageFile);
  const changed = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<script id="glue">[\s\S]*?<\/script>/, () => `<script>${before}</script><script id="glue">${glue}</script>`);
  const file = join(await scratch("page"), "page.html");
  await writeFile(file, fileOf(changed));
  return file;
}
