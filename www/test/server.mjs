// A static web server for a folder, on this machine only.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** Serves the files of `folder`; `asked` lists the paths in the order of the requests. */
export async function serve(folder) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked.push(pathname);
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const bytes = await readFile(join(folder, name)).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { "content-type": types[extname(name)] ?? "text/plain", "cache-control": "no-cache" });
    response.end(bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, stop };
}
