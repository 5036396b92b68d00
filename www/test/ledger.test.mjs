// The ledger: every kind of statement, its picture, and what is left unchecked.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setText } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { entries, pressKeys, toEnd } from "./reader.mjs";

const statements = `权责清单现有45项，其中行政许可21项、行政处罚17项、其他职权6项。
三级调解组织受理纠纷1046件，分别为村级862件、镇级181件、区级13件。
行政处罚原有152项，新增61项，取消18项，调整后行政处罚共185项。
全年审核重大行政执法决定46件，其中行政许可类64件，均出具书面审核意见。
出具法制审核意见154份，其中重大疑难案件11份，采纳率保持较高水平。
监督抽检食品880批次，检出不合格113批次，合格率87.2%。
全年作出行政处罚决定416件，其中不予处罚113件，占27.2%。
新发行政诉讼案件由72件降至54件，同比下降25%。
先后修订《行政执法公示办法》《执法全过程记录办法》《重大执法决定法制审核办法》4项制度。
全年共收缴罚款428500元（48.25万元），全部按规定缴入国库。
事项	2024年	2023年	增减
复议申请	71	62	9
一审应诉	33	40	-7
`;

/** Each claim of the ledger with the pieces of its picture, row by row: their kinds and shares of the width. */
const pictures = (page) =>
  page.$$eval("[data-testid=claims] [data-entry]", (found) =>
    found.map((entry) => ({
      kind: entry.dataset.kind,
      status: entry.dataset.status,
      equation: entry.querySelector(".equation").textContent,
      about: entry.querySelector(".role").textContent,
      names: [...entry.querySelectorAll(".bar-name")].map((name) => name.textContent).join(" "),
      rows: [...entry.querySelectorAll(".bar")].map((bar) =>
        [...bar.querySelectorAll(".bar-piece")]
          .map((piece) => `${piece.className.replace("bar-piece bar-", "")} ${Math.round(parseFloat(piece.style.width))}`)
          .concat(bar.querySelector(".bar-line") ? ["line"] : [])
          .join(", "),
      ),
    })),
  );

inEveryBrowser("the ledger", (desk) => {
  let page;
  before(() => {
    ({ page } = desk);
  });

  test("draws every kind of statement", async () => {
    await setText(page, statements);
    await page.click("#tab-claims");
    const shown = await pictures(page);
    const find = (kind, status, words = "") => {
      const one = shown.find((claim) => claim.kind === kind && claim.status === status && claim.about.includes(words));
      assert.ok(one, `${kind} ${status} ${words} is not in ${JSON.stringify(shown, null, 1)}`);
      return one;
    };
    assert.deepEqual(find("total", "broken", "权责清单").rows, ["part 47, part 38, part 13, gap 2, line"]);
    assert.deepEqual(find("total", "broken", "纠纷").rows, ["part 82, part 17, part 0, excess 1, line"]);
    const flow = find("flow", "broken");
    assert.equal(flow.names, "原有 增加 减少 现有");
    assert.deepEqual(flow.rows, ["part 71", "part 29", "out 8", "part 87, gap 5, line"]);
    assert.deepEqual(find("subset", "broken").rows, ["part 72, excess 28, line"]);
    assert.deepEqual(find("subset", "holds", "法制审核").rows, ["part 7"]);
    assert.deepEqual(find("rate", "holds", "合格率").rows, ["part 87, out 13"]);
    assert.deepEqual(find("rate", "holds", "不予处罚").rows, ["part 27"]);
    const growth = find("growth", "holds");
    assert.equal(growth.names, "上期 本期");
    assert.deepEqual(growth.rows, ["part 100", "part 75, out 25"]);
    assert.deepEqual(find("count", "broken").rows, ["part 100", "part 75, gap 25, line"]);
    assert.deepEqual(find("restated", "broken").rows, ["part 89", "part 89, excess 11, line"]);
    assert.deepEqual(find("table", "holds", "复议申请").rows, ["part 87", "part 87, part 13"]);
    assert.deepEqual(find("table", "holds", "一审应诉").rows, ["part 100", "part 83, out 18"]);
  });

  test("lists what is broken first, and nothing else when told so", async () => {
    await setText(page, statements);
    await page.click("#tab-claims");
    const order = (await entries(page, "claims")).map((claim) => claim.status);
    assert.deepEqual(order, [...order].sort((one, other) => ["broken", "open", "holds"].indexOf(one) - ["broken", "open", "holds"].indexOf(other)));
    assert.ok(order.includes("holds"));
    await page.focus("[data-action=onlyBroken]");
    await page.keyboard.press("Enter");
    assert.equal(await page.$eval("[data-action=onlyBroken]", (button) => button.getAttribute("aria-pressed")), "true");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "onlyBroken");
    assert.deepEqual([...new Set((await entries(page, "claims")).map((claim) => claim.status))], ["broken"]);
    await setText(page, "立案45件，其中一般程序33件、简易程序12件。");
    assert.deepEqual(await entries(page, "claims"), []);
    assert.match(await page.$eval("[data-testid=claims] .nothing", (words) => words.textContent), /没有不成立/);
    await page.click("[data-action=onlyBroken]");
    assert.equal((await entries(page, "claims")).length, 1);
  });

  test("lights the operands of a table and of a complement", async () => {
    await setText(page, statements);
    const lit = async (words) => {
      await page.evaluate((about) => {
        const found = [...document.querySelectorAll("[data-testid=claims] [data-entry]")];
        found.find((entry) => entry.textContent.includes(about)).querySelector(".entry").click();
      }, words);
      return page.$$eval("[data-testid=editor] .hegao-light", (places) => places.map((place) => place.textContent));
    };
    assert.deepEqual(await lit("复议申请"), ["71", "62", "9"]);
    assert.deepEqual(await lit("合格率"), ["880批次", "113批次", "87.2%"]);
  });

  test("marks what took part in no sum, from the status line or the ledger, and moves the marks", async () => {
    const marked = () => page.$$eval("[data-testid=editor] .hegao-unchecked", (places) => places.map((place) => place.textContent));
    const pressed = () => page.$$eval("[aria-pressed=true]", (buttons) => buttons.length);
    const review = await setText(page, `立案45件，其中一般程序33件、简易程序12件。\n${"青澜区召开工作会议。\n".repeat(150)}全年普法18场次，出动执法人员1260人次。`);
    assert.equal(review.coverage.unchecked.length, 2);
    assert.deepEqual(await marked(), []);
    await page.focus("[data-action=unchecked]");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".hegao-unchecked");
    assert.deepEqual(await marked(), ["18场次", "1260人次"]);
    assert.equal(await pressed(), 2);
    const top = await page.$eval(".hegao-unchecked", (mark) => mark.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 768, `the mark stands at ${top}`);
    await toEnd(page);
    await pressKeys(page, "其中晚间40人次。");
    await page.evaluate(() => window.hegao.review());
    assert.deepEqual((await marked()).slice(0, 1), ["18场次"]);
    await setText(page, "全年普法20场次。");
    assert.deepEqual(await marked(), ["20场次"]);
    await page.click("#tab-claims");
    await page.click("[data-testid=claims] .unchecked button");
    assert.deepEqual(await marked(), []);
    assert.equal(await pressed(), 0);
  });
});
