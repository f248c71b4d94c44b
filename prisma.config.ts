import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI fetches a native schema engine before anything else, even `generate`, which never runs it.
// scripts/schema-engine is the same engine as WebAssembly, from the package registry, behind the same
// interface: every CLI command works without that download. Windows cannot spawn a script as a program;
// there any existing file does for `generate`, and `migrate` downloads as usual.
const engine = fileURLToPath(new URL("./scripts/schema-engine", import.meta.url));
const offline = ["generate", "validate", "format"].includes(process.argv[2] ?? "");
if (process.platform !== "win32" && existsSync(engine)) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= engine;
else if (offline) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/broadsheet" },
});
