// Folders for the files of one test run.
//
// Invariant: nothing of them is left when the run ends.

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder, which is gone with the process; `name` tells whose it was if the process is killed. */
export async function scratch(name) {
  const folder = await mkdtemp(join(tmpdir(), `hegao-${name}-`));
  folders.push(folder);
  return folder;
}
