import { chromium } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
async function open(path, width, scheme) {
  const ctx = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, colorScheme: scheme });
  const page = await ctx.newPage();
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log(`[${m.type()}] ${path}: ${m.text().slice(0, 500)}`); });
  page.on("pageerror", (e) => console.log(`[pageerror] ${path}: ${e.message.slice(0, 300)}`));
  await page.goto(`http://localhost:3900${path}`); await page.waitForLoadState("networkidle");
  return page;
}
async function shot(page, name) { await page.waitForTimeout(350); await page.screenshot({ path: `/tmp/shots/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const v of violations) console.log(`axe ${name} ${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" || ")}`); }
const steps = {
  async overlays() {
    const p = await open("/gallery", 1024, "light");
    await p.getByRole("button", { name: "Dialog" }).click(); await shot(p, "dialog"); await p.keyboard.press("Escape");
    await p.getByRole("button", { name: "Delete…" }).click(); await shot(p, "confirm"); await p.getByRole("button", { name: "Delete", exact: true }).click(); await p.getByRole("alertdialog").waitFor({ state: "detached" });
    await p.getByRole("button", { name: "Sheet" }).click(); await shot(p, "sheet"); await p.keyboard.press("Escape");
    await p.getByRole("button", { name: "Menu" }).click(); await p.keyboard.press("ArrowDown"); await shot(p, "menu"); await p.keyboard.press("Escape");
    await p.getByLabel("Select", { exact: true }).click(); await shot(p, "select"); await p.keyboard.press("Escape");
    await p.getByRole("button", { name: "Popover" }).click(); await shot(p, "popover"); await p.keyboard.press("Escape");
    await p.locator("#toast").click(); await p.getByRole("button", { name: "Toast error" }).click(); await p.locator("time").nth(1).hover(); await shot(p, "toast");
  },
  async form() {
    const p = await open("/gallery", 1024, "light");
    await p.getByRole("button", { name: "Save schedule" }).click(); await p.waitForTimeout(200);
    console.log("focused after invalid:", await p.evaluate(() => document.activeElement?.getAttribute("name")));
    const form = p.locator("form"); await form.scrollIntoViewIfNeeded(); await shot(p, "form-invalid");
    await p.getByLabel("Name", { exact: true }).fill("bad"); await p.getByLabel("E-mail").fill("ada@harbor.example");
    await p.getByRole("button", { name: "Save schedule" }).click(); await p.waitForTimeout(100); await form.screenshot({ path: "/tmp/shots/form-pending.png" });
    await p.getByText("not on the list").waitFor(); await form.screenshot({ path: "/tmp/shots/form-server.png" });
    console.log("focused after server:", await p.evaluate(() => document.activeElement?.getAttribute("name")), await p.getByLabel("Name", { exact: true }).inputValue());
    // unsaved: click a link
    await p.getByRole("link", { name: "Link", exact: true }).click(); await shot(p, "unsaved"); await p.getByRole("button", { name: "Keep editing" }).click();
    await p.getByLabel("Name", { exact: true }).fill("net"); await p.getByRole("button", { name: "Save schedule" }).click(); await p.getByText("could not be reached").first().waitFor(); await form.screenshot({ path: "/tmp/shots/form-net.png" });
    await p.getByLabel("Name", { exact: true }).fill("Fine"); await p.getByRole("button", { name: "Save schedule" }).click(); await p.getByText("Saved").waitFor();
    await p.getByRole("link", { name: "Link", exact: true }).click(); await p.waitForURL("**/shell"); console.log("left after save without question");
  },
  async shell() {
    const p = await open("/gallery/shell", 1440, "light");
    await p.keyboard.press("Tab"); await shot(p, "skip");
    await p.keyboard.press("Control+k"); await p.getByPlaceholder("Search or run…").waitFor(); await shot(p, "palette");
    await p.keyboard.type("clinic"); await p.getByText("Clinic operations (clinic)").waitFor(); await shot(p, "palette-found");
    await p.getByPlaceholder("Search or run…").fill("dark"); await p.keyboard.press("Enter"); await p.waitForTimeout(300);
    console.log("theme:", await p.evaluate(() => document.documentElement.dataset.theme));
    await p.getByRole("button", { name: /Workspace/ }).click(); await shot(p, "switcher"); await p.keyboard.press("Escape");
    await p.getByRole("button", { name: /Signed in/ }).click(); await shot(p, "user"); await p.keyboard.press("Escape");
    await p.reload(); console.log("theme after reload:", await p.evaluate(() => document.documentElement.dataset.theme));
    await p.context().setOffline(true); await shot(p, "offline"); await p.context().setOffline(false);
    const m = await open("/gallery/shell", 390, "light");
    await m.getByRole("button", { name: /More/ }).click(); await shot(m, "more");
    const t = await open("/gallery/shell", 1024, "light"); await t.getByRole("link", { name: /Deliveries/ }).hover(); await shot(t, "rail-tip");
  },
  async pages() {
    for (const [path, name] of [["/gallery/nothing/here", "notfound"], ["/gallery/crash", "crash"], ["/gallery/sign-in", "signin"]])
      for (const [w, s] of [[1440, "light"], [1440, "dark"], [390, "light"]]) { const p = await open(path, w, s); await shot(p, `${name}-${w}-${s}`); await p.context().close(); }
  },
};
for (const name of process.argv.slice(2)) { try { await steps[name](); } catch (e) { console.log(name, "FAILED", e.message.slice(0, 600)); } }
await browser.close();
