// Pages as the bytes of a file, and back.
//
// UTF-16 carries thirty-one bits of packed bytes in thirty-two, where UTF-8 carries twenty-six. A browser goes by its byte order
// mark before all else, also before what a server says of it.

import { readFile } from "node:fs/promises";

const mark = "\ufeff";

/** The file whose page is `html`. */
export const fileOf = (html) => Buffer.from(mark + html, "utf16le");

/** The page of the file at `path`. */
export async function readPage(path) {
  const text = (await readFile(path)).toString("utf16le");
  if (!text.startsWith(mark)) throw new Error(`${path} is no page in UTF-16: build it anew with cargo xtask page`);
  return text.slice(mark.length);
}
