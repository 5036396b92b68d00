// Finds the browsers of this machine and opens the page in them, from file://.

import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

export const pageFile = fileURLToPath(new URL("../../dist/hegao.html", import.meta.url));

const screenshots = fileURLToPath(new URL("../../dist/screenshots/", import.meta.url));

/** Keeps what a page looks like, for the person who reads the test run. */
export async function screenshot(page, name) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** The pages that are open, to be looked at when a test fails. */
const openPages = new Set();
async function lookAtFailure(context) {
  if (context.passed !== false) return;
  const test = (context.fullName ?? context.name).replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 90);
  let at = 0;
  for (const page of openPages) await screenshot(page, `failed-${test}-${(at += 1)}`).catch(() => undefined);
}
// Other programs open the page too.
if (process.env.NODE_TEST_CONTEXT) afterEach(lookAtFailure);

const onPath = (...names) =>
  (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
const inPrograms = (...tails) =>
  [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => tails.map((tail) => join(folder, tail)));
const inApplications = (...tails) =>
  ["/Applications", join(homedir(), "Applications")].flatMap((folder) => tails.map((tail) => join(folder, tail)));

const kinds = {
  chromium: {
    variable: "HEGAO_CHROMIUM",
    product: "chrome",
    install: "apt-get install chromium (or install Chrome or Edge)",
    places: () => [
      ...onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"),
      ...inApplications(
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ),
      ...inPrograms("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
    ],
    options: {
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  firefox: {
    variable: "HEGAO_FIREFOX",
    product: "firefox",
    install: "apt-get install firefox-esr (or install Firefox)",
    places: () => [
      ...onPath("firefox-esr", "firefox"),
      ...inApplications("Firefox.app/Contents/MacOS/firefox"),
      ...inPrograms("Mozilla Firefox/firefox.exe"),
    ],
    // Puppeteer's own profile loosens this, and what fails for readers would pass here.
    options: { extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true } },
  },
};

export const browserNames = Object.keys(kinds);

/** Starts a browser; where there is none, an error that says how to get one. */
export async function launch(name) {
  const kind = kinds[name];
  const given = process.env[kind.variable];
  const executablePath = given ?? kind.places().find((place) => existsSync(place));
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error(
      given
        ? `${kind.variable} names ${given}, which does not exist.`
        : `No ${name} was found: ${kind.install}, or set ${kind.variable} to its path.`,
    );
  }
  return puppeteer.launch({ browser: kind.product, executablePath, headless: true, ...kind.options });
}

/** Opens the page and waits until it can be used; gathers what goes wrong in it. */
export async function openPage(browser, file = pageFile, prepare = async () => undefined) {
  if (!existsSync(file)) throw new Error(`${file} is missing: build the page first (npm run build)`);
  const page = await browser.newPage();
  openPages.add(page);
  page.on("close", () => openPages.delete(page));
  await page.setViewport({ width: 1366, height: 768 });
  await prepare(page);
  const troubles = watched(page);
  await page.goto(pathToFileURL(file).href);
  await stateIs(page, "ready", "done");
  return { page, troubles };
}

/** Gathers what goes wrong in a page: errors, complaints, and requests to anywhere but `home`. */
export function watched(page, home = "file:") {
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(home) && !/^(data|blob|about):/.test(address)) troubles.push(`request: ${address}`);
  });
  return troubles;
}

/** Waits until the status line has one of these states. */
export async function stateIs(page, ...states) {
  await page.waitForFunction(
    (wanted) => wanted.includes(document.querySelector("[data-testid=status]")?.dataset.state),
    { timeout: 30_000 },
    states,
  );
}

/** Replaces the draft and waits for its review. */
export async function setText(page, text) {
  return page.evaluate((draft) => {
    window.hegao.setText(draft);
    return window.hegao.review();
  }, text);
}
