// A Chromium for the browser tests: the system's, else Playwright's own download, else the distribution's package.
import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./processes.mjs";
import { say } from "./steps.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const DOWNLOAD_LIMIT_S = 180;

function onSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, ...APPLICATIONS].find((file) => existsSync(file));
}

async function downloaded() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function attempt(name, command, args) {
  try {
    say(`${name}…`);
    await run(command, args, { quiet: true });
  } catch (error) {
    say(`${name} did not work: ${error.message}`);
  }
}

/** The path of a Chromium, installing one when there is none. Throws one sentence when there is no way. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const found = onSystem() ?? (await downloaded());
  if (found) return found;
  const cli = path.resolve("node_modules/@playwright/test/cli.js");
  // Its own connection limits end a download that cannot start; `timeout` ends one that hangs.
  const hasTimeout = existsSync("/usr/bin/timeout");
  const install = [cli, "install", "chromium"];
  if (hasTimeout)
    await attempt("download Chromium", "timeout", [String(DOWNLOAD_LIMIT_S), process.execPath, ...install]);
  else await attempt("download Chromium", process.execPath, install);
  const now = await downloaded();
  if (now) return now;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await attempt("update the package lists", "apt-get", ["update", "-qq"]);
    await attempt("install the package chromium", "apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  const installed = onSystem();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium, and it could not be installed. Install it, or set CHROMIUM_PATH to one.",
  );
}
