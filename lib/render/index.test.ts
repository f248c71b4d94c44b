import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test("the front door loads no React and no renderer", async () => {
  const { metafile } = await build({
    entryPoints: [path.join(ROOT, "lib/render/index.ts")],
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    tsconfig: path.join(ROOT, "tsconfig.json"),
  });
  const imports = Object.values(metafile.outputs).flatMap((output) =>
    output.imports.map(({ path: name }) => name),
  );
  // The settings are read with zod, as in every process.
  expect(imports.filter((name) => !name.startsWith("node:"))).toEqual(["zod"]);
  const own = Object.keys(metafile.inputs).map((file) => path.relative(ROOT, path.resolve(file)));
  expect(own.filter((file) => /\/(pdf|xlsx|csv|html|email|png|svg)\//.test(file))).toEqual([]);
});
