import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Builds the render worker as the product does, into a file of its own, and answers its path. Inside the
 * project, so that packages are found from there.
 */
export async function buildWorkerForTests(): Promise<string> {
  const outfile = path.join(ROOT, "dist", "tests", `render-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(ROOT, "lib/render/pool/worker.ts")],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    tsconfig: path.join(ROOT, "tsconfig.json"),
    logLevel: "error",
  });
  return outfile;
}
