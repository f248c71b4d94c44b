// A mirror, not a gate: how long our files are.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"],
  { encoding: "utf8" },
)
  .trim()
  .split("\n");
const sizes = files
  .filter((file) => !file.includes(".test."))
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
  .sort((a, b) => a.lines - b.lines);
const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines;
console.log(
  `${sizes.length} source files: median ${at(0.5)} lines, 90th percentile ${at(0.9)}, longest ${sizes
    .slice(-3)
    .reverse()
    .map(({ file, lines }) => `${file} (${lines})`)
    .join(", ")}`,
);
