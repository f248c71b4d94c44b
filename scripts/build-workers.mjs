// Bundles what runs outside Next: the job worker, the render workers and the seed. Packages stay external.
import { existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const ENTRIES = {
  worker: "inngest/worker.ts",
  "render-worker": "lib/render/pool/worker.ts",
  seed: "prisma/seed/index.ts",
};

/** Builds one file of the project, with its imports, to an ES module that Node runs. */
export async function bundle(entry, outfile, { define = {} } = {}) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    alias: { "@": path.resolve(".") },
    define,
    sourcemap: true,
    logLevel: "warning",
  });
}

export async function buildWorkers(folder = "dist") {
  for (const [name, entry] of Object.entries(ENTRIES))
    if (existsSync(entry))
      await bundle(entry, `${folder}/${name}.mjs`, { define: { "process.env.NODE_ENV": '"production"' } });
}

if (process.argv[1] === import.meta.filename) await buildWorkers();
