// Steps of the launcher and the test run: each is printed with its time, and skipped while its inputs are unchanged.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const startedAt = Date.now();
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** One line with the time since the start. */
export function say(line) {
  console.log(`[${seconds(Date.now() - startedAt).padStart(7)}] ${line}`);
}

/** Runs `work` and prints its name with the time it took. */
export async function step(name, work) {
  const from = Date.now();
  const result = await work();
  say(`${name} (${seconds(Date.now() - from)})`);
  return result;
}

/** SHA-256 over the names and contents of files and folders; what is not there does not count. */
export function digest(paths, { skip = () => false } = {}) {
  const hash = createHash("sha256").update(process.version);
  const visit = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat || skip(file)) return;
    if (stat.isDirectory()) for (const entry of fs.readdirSync(file).sort()) visit(path.join(file, entry));
    else hash.update(file).update(fs.readFileSync(file));
  };
  for (const file of paths) visit(file);
  return hash.digest("hex");
}

/** Runs `work` unless `outputs` exist and were made from the same inputs; prints which of the two. */
export async function once(name, { inputs, outputs, skip }, work) {
  const stamp = path.join(".data", "stamps", `${name.replaceAll(" ", "-")}`);
  const now = digest(inputs, { skip });
  const known = fs.existsSync(stamp) ? fs.readFileSync(stamp, "utf8") : "";
  if (known === now && outputs.every((output) => fs.existsSync(output))) return say(`${name}: up to date`);
  await step(name, work);
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
}
