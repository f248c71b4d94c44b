// Runs a TypeScript file of the project against a throw-away PostgreSQL with everything migrated:
//   node scripts/with-database.mjs bench/run.ts [arguments]
// The file's default export is called with the arguments; a number it returns is the exit code.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./build-workers.mjs";
import { buildWorkers } from "./support/build.mjs";
import { ensureAppRole, migrate } from "./support/migrate.mjs";
import { startPostgres } from "./support/postgres.mjs";
import { onStopSignal } from "./support/processes.mjs";
import { say } from "./support/steps.mjs";

const [file, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-"));
await buildWorkers();
const server = await startPostgres({ dataDir: path.join(folder, "postgres"), port: 5650 });
onStopSignal(async () => {
  await server.stop();
  process.exit(130);
});
let code = 1;
try {
  await migrate(server.url);
  Object.assign(process.env, {
    APP_DATABASE_URL: await ensureAppRole(server.url, {
      role: "broadsheet_app",
      password: randomBytes(12).toString("hex"),
    }),
    TEST_OWNER_URL: server.url,
    ENCRYPTION_KEY: randomBytes(32).toString("hex"),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    STORAGE_URL: `file:${path.join(folder, "files")}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  });
  // Inside the project, so that packages resolve.
  const outfile = path.resolve("dist", "scripts", `${file.replaceAll("/", "-").replace(/\.tsx?$/, "")}.mjs`);
  await bundle(file, outfile);
  say(`running ${file}`);
  const { default: run } = await import(pathToFileURL(outfile).href);
  code = (await run(args)) ?? 0;
} catch (error) {
  console.error(error);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
