// The oldest browsers that the page is made for: `browserslist` in package.json.
//
// Gives them by name with their version, and as esbuild wants them.

import { readFile } from "node:fs/promises";

const { browserslist } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));

/** `[["chrome", 109], …]` */
export const oldest = browserslist.map((line) => {
  const [, name, version] = /^(chrome|edge|firefox) >= (\d+)$/.exec(line) ?? [];
  if (!name) throw new Error(`package.json: browserslist has "${line}"; write "chrome >= 109" and the like`);
  return [name, Number(version)];
});

export const target = oldest.map(([name, version]) => name + version);
