// Opens the report of a run in a browser and fails where it is not what it should be.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [browserPath, run, out] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = ["report.html", "report.zh.html"];
const widths = [360, 1440];
const schemes = ["light", "dark"];
const faults = [];

const browser = await chromium.launch({
  executablePath: browserPath,
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

async function check(name, width, colorScheme) {
  const what = `${name} ${width} ${colorScheme}`;
  const fault = (text) => faults.push(`${what}: ${text}`);
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const address = pathToFileURL(join(run, name)).href;
  page.on("console", (line) => fault(`console: ${line.text()}`));
  page.on("pageerror", (error) => fault(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) {
      fault(`request: ${request.url()}`);
    }
  });
  await page.goto(address);
  const shot = join(out, `${name.replace(".html", "")}-${width}-${colorScheme}`);
  await page.screenshot({ path: `${shot}.png` });
  await scroll(page, width, fault);
  await squeezed(page, fault);
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  await scroll(page, width, fault);
  if (colorScheme === "light") {
    // Ten seconds each, and for people only.
    await page.screenshot({ path: `${shot}-all.png`, fullPage: true });
  }
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run());
  if (result.passes.length < 10) {
    fault(`axe-core looked at almost nothing: ${result.passes.length} rules`);
  }
  for (const violation of result.violations) {
    const text = `${violation.id} (${violation.impact}), ${violation.nodes.length} times: ${violation.help}, ${violation.nodes[0].html.slice(0, 200)}`;
    if (violation.impact === "serious" || violation.impact === "critical") {
      fault(text);
    } else {
      console.log(`${what}: note: ${text}`);
    }
  }
  await context.close();
}

async function scroll(page, width, fault) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) {
    fault(`scrolls to the side: ${wide} px`);
  }
}

// Words that stand letter below letter.
async function squeezed(page, fault) {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll(".label, .value, th, td > span, dt, dd, li, p")] // a cell is as high as its row
      .filter((part) => part.textContent.trim().length > 3)
      .filter((part) => part.closest("thead")?.offsetWidth !== 1) // hidden from the eye alone
      .filter((part) => part.offsetHeight > 4 * part.offsetWidth && part.offsetWidth > 1)
      .map((part) => part.textContent.trim()),
  );
  texts.forEach((text) => fault(`squeezed: ${text}`));
}

for (const name of pages) {
  for (const width of widths) {
    // Light and dark at once: each is a process of the browser that keeps one core busy.
    await Promise.all(schemes.map((scheme) => check(name, width, scheme)));
  }
}

// On paper, folded tables are to be there as well.
const page = await browser.newPage();
await page.goto(pathToFileURL(join(run, "report.html")).href);
await page.pdf({ path: join(out, "report.pdf"), format: "A4" });
await browser.close();

faults.forEach((fault) => console.error(fault));
console.log(`${pages.length * widths.length * schemes.length} views, ${faults.length} faults, screenshots in ${out}`);
process.exit(faults.length === 0 ? 0 : 1);
