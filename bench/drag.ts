/** Arranging forty charts: whether a dragged widget follows the pointer, and how soon the page answers. */
import type { Page } from "@playwright/test";
import pg from "pg";
import { createPeople } from "../prisma/seed/demo-workspace/create-people";
import { DEMO_WORKSPACES } from "../prisma/seed/demo-workspace/people";
import { buildWeb } from "../scripts/support/build.mjs";
import { median } from "./clock";
import { paintedAfter, signedIn } from "./dashboards/browser";
import {
  type Frames,
  framesDuring,
  layBoxes,
  quartile,
  recordInteractions,
  type Spot,
} from "./dashboards/interaction";
import { createChartsDashboard, createVisits } from "./dashboards/visits";
import { withBrowser } from "./dashboards/web";
import type { BenchResult } from "./types";

const ADMIN = "admin@demo.example";
const CHARTS = 40;
const ROUNDS = 5;
/** Where readers begin to feel that a page lags. */
const INTERACTION_BUDGET_MS = 200;

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    await createVisits(owner, 10_000);
    const people = await createPeople(owner);
    const workspace = DEMO_WORKSPACES[0];
    if (!workspace) throw new Error("There is no demo workspace.");
    const ctx = people.contextOf(workspace, ADMIN, new Date());
    const dashboard = await createChartsDashboard(ctx, process.env.TEST_OWNER_URL ?? "", CHARTS);
    await buildWeb();
    return await withBrowser(async (browser, baseURL) => {
      const page = await (await signedIn(browser, baseURL, ADMIN)).newPage();
      await paintedAfter(page, `/${workspace.slug}/dashboards/${dashboard.id}?edit=true`, CHARTS);
      await handleOf(page, 1).waitFor();
      return [...(await measureFrames(page)), await measureInteractions(page)];
    });
  } finally {
    await owner.end();
  }
}

/** In turns, so that a busy moment of the machine falls on both. */
async function measureFrames(page: Page): Promise<BenchResult[]> {
  const charts: Frames[] = [];
  const boxes: Frames[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    charts.push(await framesDuring(page, () => drag(page, () => spotOf(page))));
    const clear = await layBoxes(page, CHARTS);
    boxes.push(await framesDuring(page, () => drag(page, clear.spot)));
    await clear.remove();
  }
  const p95 = (frames: readonly Frames[]) => median(frames.map((round) => round.p95));
  const late = (frames: readonly Frames[]) => median(frames.map((round) => round.late)) * 100;
  const [withCharts, withBoxes] = [p95(charts), p95(boxes)];
  return [
    { name: `frames later than a sixtieth, ${CHARTS} plain boxes`, value: late(boxes), unit: "%" },
    { name: `frames later than a sixtieth, ${CHARTS} charts`, value: late(charts), unit: "%" },
    { name: `frame while dragging, p95, ${CHARTS} plain boxes`, value: withBoxes, unit: "ms" },
    {
      name: `frame while dragging, p95, ${CHARTS} charts`,
      value: withCharts,
      unit: "ms",
      reference: "plain boxes",
      ratio: withCharts / withBoxes,
    },
  ];
}

/** Two seconds over the grid and back, so that the others make room and close again. */
async function drag(page: Page, spot: () => Promise<Spot>): Promise<void> {
  const { x, y } = await spot();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step += 1) {
    const turn = Math.sin((step / 120) * Math.PI);
    await page.mouse.move(x + turn * 600, y + turn * 500);
  }
  await page.mouse.up();
}

async function measureInteractions(page: Page): Promise<BenchResult> {
  const durations = await recordInteractions(page, async () => {
    for (let index = 1; index <= 8; index += 1) {
      await handleOf(page, index).click({ modifiers: ["Shift"] });
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Control+z");
    }
    await page.keyboard.press("Escape");
  });
  const value = quartile(durations);
  return {
    name: `interaction to next paint, p75, ${CHARTS} charts`,
    value,
    unit: "ms",
    reference: `${INTERACTION_BUDGET_MS} ms`,
    ratio: value / INTERACTION_BUDGET_MS,
  };
}

const handleOf = (page: Page, index: number) =>
  page.getByRole("button", { name: `Move Chart ${index}`, exact: true });

async function spotOf(page: Page): Promise<Spot> {
  const box = await handleOf(page, 1).boundingBox();
  if (!box) throw new Error("The first chart has no handle.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
