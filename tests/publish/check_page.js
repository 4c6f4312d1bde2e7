// Reads along in Chromium and compares with the timeline: node check_page.js PAGE.html TIMELINE.json [SCREENSHOTS]
"use strict";
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");

const [pagePath, timelinePath, screenshots] = process.argv.slice(2);
const html = fs.readFileSync(pagePath, "utf8");
const timeline = JSON.parse(fs.readFileSync(timelinePath, "utf8"));
const words = timeline.timeline.flatMap((sentence) => sentence.timeline).filter((word) => word.source);
const address = "file://" + path.resolve(pagePath);
const problems = [];  // the one picture of the article is not there, and that is none
const expect = (holds, message) => holds || problems.push(message);

const markedWord = () => {
  const ranges = [...(CSS.highlights.get("aloud-word") || [])];
  return { time: document.getElementById("aloud-audio").currentTime, text: ranges.map((range) => range.toString()).join("|") };
};

async function checkAccessibility(page, what) {
  await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const result = await page.evaluate(() => axe.run());
  for (const violation of result.violations)
    problems.push(`axe, ${what}: ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.html).slice(0, 3)}`);
  console.log(`axe, ${what}: ${result.passes.length} rules pass, ${result.violations.length} are broken`);
}

// What is marked while it plays is what the timeline says, 80 ms late at most.
async function checkHighlight(page) {
  await page.click("#aloud-play");
  let seen = 0, wrong = 0;
  for (let i = 0; i < 160; i++) {
    await page.waitForTimeout(50);
    const shown = await page.evaluate(markedWord);
    if (!shown.text) continue;
    ++seen;
    const fits = words.some((word) => word.text.includes(shown.text) || shown.text.includes(word.text)
      ? word.startTime - 0.01 <= shown.time && !words.some(
          (next) => next.startTime > word.startTime && next.startTime + 0.08 < shown.time)
      : false);
    if (!fits && ++wrong < 4) problems.push(`at ${shown.time.toFixed(3)} s "${shown.text}" is marked`);
  }
  await page.click("#aloud-play");
  expect(seen > 80, `only ${seen} of 160 looks found a marked word`);
  console.log(`highlight: ${seen} looks, ${wrong} wrong`);
}

// A click on a word plays from there.
async function checkClicks(page) {
  const count = Math.min(words.length, 24);
  let late = 0;
  for (let i = 0; i < count; i++) {
    const word = words[Math.floor((i * words.length) / count)];
    const place = await page.evaluate(([text, nth]) => {
      const walker = document.createTreeWalker(document.getElementById("aloud-article"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest("a, .why")) continue;
        for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
          if (nth-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          const box = range.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
      }
      return null;
    }, [word.text, 0]);
    if (!place) continue;
    await page.evaluate(() => document.getElementById("aloud-audio").pause());
    await page.mouse.click(place.x, place.y);
    await page.waitForTimeout(60);
    const { time, paused } = await page.evaluate(() => {
      const audio = document.getElementById("aloud-audio");
      return { time: audio.currentTime, paused: audio.paused };
    });
    const same = words.filter((other) => other.text.includes(word.text));
    const near = same.some((other) => time >= other.startTime - 0.05 && time <= other.startTime + 0.6);
    if (!near || paused) {
      ++late;
      if (late < 4) problems.push(`a click on "${word.text}" plays from ${time.toFixed(3)} s (paused: ${paused})`);
    }
  }
  await page.evaluate(() => document.getElementById("aloud-audio").pause());
  console.log(`clicks: ${count}, ${late} wrong`);
}

async function checkKeys(page) {
  const time = () => page.evaluate(() => document.getElementById("aloud-audio").currentTime);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const begins = timeline.timeline.map((sentence) => sentence.startTime);
  const at = await time();
  expect(begins.some((begin) => Math.abs(begin - at) < 0.01), `the arrow leads to ${at} s, where no sentence begins`);
  await page.goto(address + "#s=3");
  await page.reload();
  await page.waitForTimeout(300);
  const linked = await time();
  expect(Math.abs(linked - begins[2]) < 0.01, `#s=3 leads to ${linked} s instead of ${begins[2]} s`);
}

async function main() {
  const style = /<style>([^]*?)<\/style>/.exec(html)[1];
  const script = /<script>([^]*?)<\/script>/.exec(html)[1];
  expect(Buffer.byteLength(script) <= 30000, "the script has more than 30 kB");
  expect(Buffer.byteLength(style) <= 15000, "the style has more than 15 kB");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
  });
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && !message.text().includes("ERR_FILE_NOT_FOUND") && problems.push("console: " + message.text()));
  page.on("pageerror", (error) => problems.push("script: " + error.message));
  page.on("dialog", (dialog) => (problems.push("a script of the article ran"), dialog.dismiss()));
  page.on("request", (request) => /^https?:/.test(request.url()) && problems.push("the network: " + request.url()));
  await page.goto(address);
  await page.waitForFunction(() => document.getElementById("aloud-audio").readyState > 0);
  expect(await page.evaluate(() => document.querySelectorAll("[onerror], [onclick], a[href^='javascript' i], iframe, object").length === 0),
         "something of the source that could run has survived");
  await checkAccessibility(page, "light");
  await checkHighlight(page);
  await checkClicks(page);
  await checkKeys(page);
  if (screenshots) await page.screenshot({ path: screenshots + "-light.png" });
  await page.emulateMedia({ colorScheme: "dark" });
  await checkAccessibility(page, "dark");
  if (screenshots) await page.screenshot({ path: screenshots + "-dark.png" });
  await page.setViewportSize({ width: 360, height: 700 });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await checkAccessibility(page, "phone, all open");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a phone has to scroll sideways");
  if (screenshots) await page.screenshot({ path: screenshots + "-phone.png" });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(address);
  expect(await still.locator("#aloud-audio").isVisible(), "without scripts there is no player");
  expect(!(await still.locator("#aloud-controls").isVisible()), "without scripts there are buttons that do nothing");
  await browser.close();
  for (const problem of problems) console.log(problem);
  process.exit(problems.length > 0 ? 1 : 0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
