// Looks at this installation and says what is well and what to do about the rest.
import { existsSync, statfsSync } from "node:fs";
import { loadDotenv } from "./support/dotenv.mjs";
import { tryPort } from "./support/ports.mjs";

loadDotenv();
const MIN_FREE_GB = 2;
let problems = 0;

function tell(ok, what, advice = "") {
  if (!ok) problems += 1;
  console.log(`${ok ? "ok     " : "PROBLEM"}  ${what}${ok || !advice ? "" : `: ${advice}`}`);
}

const [major, minor] = process.versions.node.split(".").map(Number);
tell(
  (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24,
  `Node ${process.versions.node}`,
  "install 20.19, 22.12, 24 or later",
);
tell(existsSync("node_modules/next/package.json"), "packages are installed", "npm run up");
tell(
  existsSync("dist/worker.mjs") && existsSync("dist/render-worker.mjs"),
  "workers are built",
  "npm run up",
);
const disk = statfsSync(".");
const freeGb = (disk.bavail * disk.bsize) / 1024 ** 3;
tell(
  freeGb >= MIN_FREE_GB,
  `${freeGb.toFixed(1)} GB free on this disk`,
  "free some space; reports are kept as files",
);
tell(
  new Date().getFullYear() >= 2025,
  `clock says ${new Date().toISOString()}`,
  "set the clock; schedules follow it",
);

const port = Number(process.env.PORT ?? 3000);
if ((await tryPort(port, "0.0.0.0")) !== null)
  console.log(`         nothing answers on port ${port}: Broadsheet is not running there`);
else
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { parts } = await answer.json();
    for (const [name, part] of Object.entries(parts)) tell(part.ok, `${name}: ${part.detail}`);
  } catch (error) {
    tell(
      false,
      `port ${port} is taken, but /api/health does not answer`,
      String(error.cause?.code ?? error.message),
    );
  }

console.log(problems === 0 ? "\nNothing to do." : `\n${problems} to look at.`);
process.exit(problems === 0 ? 0 : 1);
