// A lock file that lacks some platform's binary installs here and fails elsewhere: every optional dependency
// of every locked package must be in it. It must not name download addresses either.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));

function isLocked(name, from) {
  for (
    let folder = from;
    ;
    folder = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : ""
  ) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const missing = Object.entries(packages).flatMap(([where, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(name, where))
    .map((name) => `${name} (wanted by ${where || "the project"})`),
);
const addressed = Object.values(packages).filter((entry) => entry.resolved?.startsWith("http")).length;
if (missing.length > 0)
  console.error(
    `Missing in package-lock.json; remove it and node_modules, and install again:\n  ${missing.join("\n  ")}`,
  );
if (addressed > 0)
  console.error(
    `${addressed} entries of package-lock.json keep a download address: npm install --omit-lockfile-registry-resolved`,
  );
process.exit(missing.length + addressed > 0 ? 1 : 0);
