// What a reader sees and does, for the tests of every feature.

/** The underlined text in the editor, by finding. */
export const underlined = (page) =>
  page.evaluate(() => {
    const texts = {};
    for (const mark of document.querySelectorAll("[data-testid=editor] .hegao-mark")) {
      texts[mark.dataset.id] = (texts[mark.dataset.id] ?? "") + mark.textContent;
    }
    return texts;
  });

export const entries = (page, list) => page.$$eval(`[data-testid=${list}] [data-entry]`, (found) => found.map((entry) => ({ ...entry.dataset })));

export const selectedText = (page) => page.evaluate(() => getSelection().toString());

export const pressKeys = async (page, text) => {
  await page.focus("[data-testid=editor] .cm-content");
  await page.keyboard.type(text);
};

/** Puts the cursor at the end of the draft. */
export const toEnd = async (page) => {
  await page.focus("[data-testid=editor] .cm-content");
  const modifier = process.platform === "darwin" ? "Meta" : "Control";
  await page.keyboard.down(modifier);
  await page.keyboard.press(process.platform === "darwin" ? "ArrowDown" : "End");
  await page.keyboard.up(modifier);
};

export const statusText = (page) => page.$eval("[data-testid=status]", (line) => line.textContent);

/** What the page has left in the browser. */
export const kept = (page) => page.evaluate(() => ({ ...localStorage }));

export const draftText = (page) =>
  page.$$eval("[data-testid=editor] .cm-line", (lines) => lines.map((line) => line.textContent).join("\n"));

/** What the page offers as downloads while `act` is done: names, types and texts. */
export async function downloadOf(page, act) {
  await page.evaluate(() => {
    window.downloads = [];
    const blobs = new Map();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const address = createObjectURL.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      // text() would swallow the mark.
      const read = blob.arrayBuffer().then((bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
      window.downloads.push(read.then((text) => ({ name: this.download, type: blob.type, text })));
    };
  });
  await act();
  await page.waitForFunction(() => window.downloads.length > 0, { timeout: 3000 });
  return page.evaluate(() => Promise.all(window.downloads));
}

/** Sets aside the first problem of the list that `which` selects. */
export const ignored = (page, which = "[data-entry]") =>
  page.evaluate((selector) => {
    const entry = document.querySelector(`[data-testid=findings] ${selector}`);
    entry.querySelector(".entry").click();
    entry.querySelector(".ignore").click();
  }, which);
