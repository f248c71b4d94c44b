// Every test, from a fresh clone: static checks, unit, database, build, browser. Ends with one line of counts.
import fs from "node:fs";
import path from "node:path";
import { bin, node, npm, onStopSignal, stopAll } from "./support/processes.mjs";
import { once, say, step } from "./support/steps.mjs";

process.chdir(path.resolve(import.meta.dirname, ".."));
const REPORTS = path.resolve(".data/test-reports");
const only = process.argv.includes("--only")
  ? new Set(process.argv[process.argv.indexOf("--only") + 1].split(","))
  : null;
const wanted = (name) => only === null || only.has(name);
const totals = { passed: 0, failed: 0 };

onStopSignal(async () => {
  await stopAll();
  process.exit(130);
});

function count(name, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  say(`${name}: ${passed} passed, ${failed} failed`);
}

/** Runs one part; a part that ends without a report counts as one failure. */
async function part(name, run, read) {
  let broken = null;
  await step(name, run).catch((error) => {
    broken = error;
  });
  try {
    const { passed, failed } = read();
    count(name, passed, broken && failed === 0 ? 1 : failed);
  } catch (error) {
    console.error(broken?.message ?? error.message);
    count(name, 0, 1);
  }
}

async function vitest(project) {
  const report = path.join(REPORTS, `${project}.json`);
  fs.rmSync(report, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  await part(
    `${project} tests`,
    () => node(bin("vitest/vitest.mjs"), args),
    () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(
        fs.readFileSync(report, "utf8"),
      );
      // A file that cannot be loaded has no failed test in it.
      return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : numFailedTestSuites || 1) };
    },
  );
}

async function browser() {
  const { ensureChromium } = await import("./support/chromium.mjs");
  const report = path.join(REPORTS, "browser.json");
  fs.rmSync(report, { force: true });
  const env = { ...process.env, CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  await part(
    "browser tests",
    () => node(bin("@playwright/test/cli.js"), ["test", "--reporter=list,json"], { env }),
    () => {
      const { expected, unexpected, flaky } = JSON.parse(fs.readFileSync(report, "utf8")).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  );
}

async function built(name, build) {
  try {
    await build();
    count(name, 1, 0);
  } catch (error) {
    console.error(error.message);
    count(name, 0, 1);
  }
}

async function main() {
  await once("install", { inputs: ["package-lock.json"], outputs: ["node_modules/next/package.json"] }, () =>
    npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
  await once(
    "generate client",
    { inputs: ["prisma/schema.prisma", "package-lock.json"], outputs: ["lib/db/generated/client.ts"] },
    () => node(bin("prisma/build/index.js"), ["generate"], { quiet: true }),
  );
  fs.mkdirSync(REPORTS, { recursive: true });
  // Asked for first: the chart comparison among the database tests needs it too.
  const { ensureChromium } = await import("./support/chromium.mjs");
  process.env.CHROMIUM_PATH ??= await ensureChromium();

  if (wanted("check")) {
    const { CHECKS, runChecks } = await import("./check.mjs");
    const failed = await runChecks();
    count("checks", Object.keys(CHECKS).length - failed.length, failed.length);
  }
  if (wanted("unit")) await vitest("unit");
  // Before the database tests: they render documents in the bundled workers.
  const { buildWeb, buildWorkers } = await import("./support/build.mjs");
  if (wanted("db") || wanted("build")) await built("bundle workers", buildWorkers);
  if (wanted("db")) await vitest("db");
  if (wanted("build")) await built("build", buildWeb);
  if (wanted("browser")) await browser();
}

try {
  await main();
} catch (error) {
  console.error(error);
  totals.failed += 1;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
