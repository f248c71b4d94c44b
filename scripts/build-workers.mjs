// Bundles what runs outside Next: the job worker, the render workers, the seed and the rotation of keys. Packages stay
// external.
import path from "node:path";
import { build, context } from "esbuild";

const ENTRIES = {
  worker: "inngest/worker.ts",
  "render-worker": "lib/render/pool/worker.ts",
  seed: "prisma/seed/index.ts",
  "rotate-keys": "lib/data-sources/rotate-credentials.ts",
};
const PRODUCTION = { "process.env.NODE_ENV": '"production"' };

const settings = (entry, outfile, define = {}) => ({
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

/** Builds one file of the project, with its imports, to an ES module that Node runs. */
export async function bundle(entry, outfile, { define = {} } = {}) {
  await build(settings(entry, outfile, define));
}

export async function buildWorkers(folder = "dist") {
  for (const [name, entry] of Object.entries(ENTRIES))
    await bundle(entry, `${folder}/${name}.mjs`, { define: PRODUCTION });
}

/** Builds a worker anew at every change of a file it is made of; `onBuilt` is called after each build that worked. */
export async function watchWorker(name, onBuilt) {
  const plugin = {
    name: "on-built",
    setup: (run) => run.onEnd(({ errors }) => errors.length === 0 && onBuilt()),
  };
  const watching = await context({
    ...settings(ENTRIES[name], `dist/${name}.mjs`, PRODUCTION),
    plugins: [plugin],
  });
  await watching.watch();
  return () => watching.dispose();
}

if (process.argv[1] === import.meta.filename) await buildWorkers();
