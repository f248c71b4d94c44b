import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The nouns, listed once: in ARCHITECTURE.md between the two markers. */
function listed(marker: string): Set<string> {
  const text = readFileSync("ARCHITECTURE.md", "utf8");
  const [, block = ""] = text.split(`<!-- ${marker} -->`);
  return new Set([...block.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? ""));
}

const folders = (parent: string) =>
  existsSync(parent)
    ? readdirSync(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

describe("shelves", () => {
  const nouns = listed("nouns");
  const floor = listed("floor");

  it.each([
    ["lib", new Set([...nouns, ...floor])],
    [
      "components",
      new Set([...nouns, "ui", "layout", "forms", "charts", "figures", "library", "auth", "home"]),
    ],
    ["app/(app)/[workspace]", nouns],
    ["app/api/v1", new Set([...nouns, "figures"])],
  ])("every folder of %s is a noun of ARCHITECTURE.md", (parent, known) => {
    expect(
      folders(parent).filter((name) => !known.has(name)),
      `Add the noun to ARCHITECTURE.md, or rename the folder.`,
    ).toEqual([]);
  });
});

describe("documents", () => {
  const files = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    ...readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => path.join("docs", name)),
  ];

  it.each(files)("%s names only paths that exist", (file) => {
    const text = readFileSync(file, "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) =>
      path.join(path.dirname(file), match[1] ?? ""),
    );
    const quoted = [
      ...text.matchAll(
        /`((?:app|components|lib|inngest|prisma|e2e|tests|bench|scripts|docs|public)\/[\w()[\]./-]*)`/g,
      ),
    ].map((match) => match[1] ?? "");
    const missing = [...links, ...quoted].filter((target) => !existsSync(target));
    expect(missing).toEqual([]);
  });
});
