/** `npm run bench [-- NAME] [--json]`: runs every benchmark, or the named one, and prints a table or one JSON object a line. */
import dashboard from "./dashboard";
import dashboardPage from "./dashboard-page";
import drag from "./drag";
import engine from "./engine";
import pdf from "./pdf";
import query from "./query";
import exports from "./export";
import type { Bench, BenchResult } from "./types";
import upload from "./upload";

const BENCHES: Record<string, Bench> = {
  engine,
  pdf,
  dashboard,
  "dashboard-page": dashboardPage,
  drag,
  query,
  upload,
  export: exports,
};

export default async function run(args: string[]): Promise<number> {
  const asJson = args.includes("--json");
  const [name] = args.filter((arg) => !arg.startsWith("--"));
  if (name && !BENCHES[name]) {
    console.error(`There is no benchmark "${name}". Choose one of: ${Object.keys(BENCHES).join(", ")}.`);
    return 1;
  }
  for (const [key, bench] of Object.entries(BENCHES)) {
    if (name && name !== key) continue;
    const results = await bench();
    if (asJson) for (const result of results) console.log(JSON.stringify(result));
    else printTable(key, results);
  }
  return 0;
}

function printTable(title: string, results: BenchResult[]): void {
  console.log(`\n${title}`);
  for (const { name, value, unit, reference, ratio } of results) {
    const compared = ratio === undefined ? "" : `${ratio.toFixed(2)} × ${reference ?? ""}`;
    console.log(`  ${name.padEnd(52)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(8)} ${compared}`);
  }
}
