// What is built, and when it counts as stale. Shared by the launcher and the tests.
import { precompress } from "./precompress.mjs";
import { bin, node } from "./processes.mjs";
import { once } from "./steps.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "inngest",
  "prisma",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/build-workers.mjs",
];
const skip = (file) => file.endsWith("lib/db/generated") || /\.test\.tsx?$/.test(file);

/** The worker, the render workers and the seed, into dist/. */
export function buildWorkers() {
  const outputs = ["worker", "render-worker", "seed", "rotate-keys"].map((name) => `dist/${name}.mjs`);
  return once("bundle workers", { inputs: SOURCES, outputs, skip }, () => node("scripts/build-workers.mjs"));
}

/** The web application, into .next/. */
export function buildWeb() {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  return once("build", { inputs: SOURCES, outputs: [".next/BUILD_ID"], skip }, async () => {
    await node(bin("next/dist/bin/next"), ["build"], { env, quiet: true });
    await precompress();
  });
}
