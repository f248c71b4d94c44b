import { chromium } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
const paths = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] });
for (const path of paths) for (const scheme of ["light", "dark"]) for (const width of [1440, 1024, 390]) {
  const ctx = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: scheme });
  const page = await ctx.newPage();
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log(`[${m.type()}] ${path} ${width}: ${m.text().slice(0, 400)}`); });
  page.on("pageerror", (e) => console.log(`[pageerror] ${path}: ${e.message.slice(0, 300)}`));
  await page.goto(`http://localhost:3900${path}`);
  await page.waitForLoadState("networkidle");
  const name = `/tmp/shots/${path.replaceAll("/", "_")}-${width}-${scheme}.png`;
  await page.screenshot({ path: name, fullPage: true });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) console.log(`overflow ${path} ${width}: ${over}px`);
  const small = await page.evaluate(() => [...document.querySelectorAll("a,button,input,select,[role=checkbox],[role=switch],[role=radio]")].filter((e) => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && (r.width < 24 || r.height < 24); }).map((e) => `${e.tagName} ${e.textContent?.slice(0, 20) || e.getAttribute("aria-label")} ${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)}`));
  if (width === 1440 && scheme === "light" && small.length) console.log("small:", small.join(" | "));
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  for (const v of violations) console.log(`axe ${path} ${width} ${scheme} ${v.impact} ${v.id}: ${v.nodes.slice(0, 4).map((n) => n.html.slice(0, 140) + " :: " + (n.any[0]?.message ?? n.all[0]?.message ?? "")).join("\n     ")}`);
  await ctx.close();
}
await browser.close();
