// The static part of the tests: format, lint, types, arrows, lock file, documents. Prints each with its time.
import { existsSync } from "node:fs";
import { bin, node } from "./support/processes.mjs";
import { say, step } from "./support/steps.mjs";

export const CHECKS = {
  format: () => node(bin("@biomejs/biome/bin/biome"), ["format", "."], { quiet: true }),
  types: async () => {
    await node(bin("next/dist/bin/next"), ["typegen"], { quiet: true });
    await node(bin("typescript/bin/tsc"), ["--noEmit", "-p", "."], { quiet: true });
  },
  lint: () => node(bin("eslint/bin/eslint.js"), [".", "--max-warnings=0"], { quiet: true }),
  arrows: () =>
    node(
      bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      ["--config", ".dependency-cruiser.mjs", "app", "components", "lib", "inngest"],
      { quiet: true },
    ),
  "lock file": () => node("scripts/check-lock.mjs"),
  "file sizes": () => node("scripts/file-sizes.mjs"),
};

/** Runs every check and returns the names of those that failed. */
export async function runChecks() {
  const failed = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      await step(name, check);
    } catch (error) {
      say(`${name} FAILED: ${error.message}`);
      failed.push(name);
    }
  }
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  if (!existsSync("lib/db/generated"))
    await node(bin("prisma/build/index.js"), ["generate"], { quiet: true });
  const failed = await runChecks();
  console.log(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}`);
  process.exit(failed.length);
}
