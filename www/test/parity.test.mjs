// The command line and the page give one and the same review of every text.
//
// Takes the built pkg/ (`cargo xtask page`) and the program named in HEGAO_BIN.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { scratch } from "./scratch.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const suffix = process.platform === "win32" ? ".exe" : "";
const program = process.env.HEGAO_BIN ?? join(root, "target", "debug", `hegao${suffix}`);

const BUILT_IN = {
  empty: "",
  blank: " \n\n\t\r\n　",
  emoji: "全区共办理😀案件 12 件，𠮷林路 3 件👨‍👩‍👧。",
  "lone surrogates": "共\ud800 5 件，其中\udc00 3 件；\udfff\ud83d。",
  "carriage returns": "青澜区2023年度法治政府建设情况报告\r\n\r\n一、主要举措\r\n共收到 5 件，其中\r\n维持 2 件。\r\r",
  "half-width": "共受理行政复议案件16件,办结12件(其中维持7件;撤销5件).",
  "full-width": "全年共受理案件１６件，其中维持１０件，撤销７件。办结率１２０．５％。",
  "not composed": "cafe\u0301 共 3 件，\u200b其中\ufeff 4 件。",
};

/** The texts of `tests/`, decoded as the page decodes a file that is opened. */
async function textsOfTests() {
  const entries = await readdir(join(root, "tests"), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".txt"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  return Promise.all(paths.map(async (path) => [relative(root, path), decode(await readFile(path))]));
}

function decode(bytes) {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") {
    return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be").decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

async function loadPackage() {
  const glue = await readFile(join(root, "pkg", "hegao.js"), "utf8");
  const module = await readFile(join(root, "pkg", "hegao_bg.wasm"));
  const bindings = vm.runInThisContext(`${glue}\n;wasm_bindgen`, { filename: "pkg/hegao.js" });
  bindings.initSync({ module });
  return bindings;
}

/** The review that the command line prints; status 1 only tells that it holds an error. */
function nativeReview(path) {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 1 << 28, encoding: "utf8" };
    execFile(program, ["check", "--format", "json", path], options, (error, stdout, stderr) => {
      if (error && error.code !== 1) {
        const reason = error.code === "ENOENT" ? "is not there; run cargo build" : `ended with ${error.code}: ${stderr}`;
        reject(new Error(`${program} ${reason}`, { cause: error }));
        return;
      }
      const { file: _file, ...review } = JSON.parse(stdout);
      resolve(review);
    });
  });
}

let folder;
let bindings;
before(async () => {
  folder = await scratch("parity");
  bindings = await loadPackage();
});

async function assertAlike(text) {
  const path = join(folder, "draft.txt");
  // A lone surrogate becomes U+FFFD here, as it does on its way into the wasm.
  await writeFile(path, text, "utf8");
  assert.deepEqual(bindings.check(text), await nativeReview(path));
}

const texts = await textsOfTests();

test("there are texts to compare", () => {
  assert.notEqual(texts.length, 0, "tests/ holds no .txt file");
});

for (const [name, text] of [...texts, ...Object.entries(BUILT_IN)]) {
  test(`one review of ${name}`, () => assertAlike(text));
}
