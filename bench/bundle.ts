import { mkdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

// npm runs scripts at the root of the project, wherever this file was bundled to.
const ROOT = process.cwd();
/** Inside the project, so that packages resolve. */
export const BUNDLE_FOLDER = path.join(ROOT, "dist", "bench");

/** Builds `entry`, named from the root of the project, as a process of its own, and answers its path. */
export async function bundle(entry: string, name: string): Promise<string> {
  await mkdir(BUNDLE_FOLDER, { recursive: true });
  const outfile = path.join(BUNDLE_FOLDER, name);
  await build({
    entryPoints: [path.join(ROOT, entry)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    tsconfig: path.join(ROOT, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  return outfile;
}
