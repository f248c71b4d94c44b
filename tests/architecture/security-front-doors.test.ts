/** How requests get in: only by verbs that ask for a permission, only through `action()` and `api()`. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { nouns } from "./security-verbs";

/** Without tests and what only they use. */
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.includes("testing/"))
    .map((name) => path.join(folder, name));
const read = (file: string) => readFileSync(file, "utf8");

const app = sourcesIn("app");
const settings = { host: "", port: 0, database: "", user: "", tls: "disable" as const, caCertificate: "" };
const table = nouns({ kind: "POSTGRESQL", settings, password: "" });

/** What a file takes from a noun's front door, by name or through `import * as`. */
function takenFrom(source: string, noun: string): string[] {
  const door = `from "@/lib/${noun}"`;
  const named = [...source.matchAll(/import (?!type)\{([^}]*)\} from "([^"]+)"/g)]
    .filter(([, , module]) => module === `@/lib/${noun}`)
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim().split(" as ")[0] ?? ""));
  const [, space] = new RegExp(`import \\* as (\\w+) ${door}`).exec(source) ?? [];
  const members = space
    ? [...source.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, "g"))].map(([, name = ""]) => name)
    : [];
  return [...named, ...members].filter(Boolean);
}

/** What a link opens: the link itself is the permission. */
const BY_LINK = new Set([
  "openFileLink",
  "openPublicPage",
  "publicDashboardData",
  "publicFilterOptions",
  "publicPicture",
  "unlockPublicLink",
]);

describe("pages, actions and routes", () => {
  it.each(Object.entries(table))("call nothing of lib/%s that jobs call", (noun, { internal }) => {
    const forbidden = Object.keys(internal).filter((name) => !BY_LINK.has(name));
    const taken = app.flatMap((file) => takenFrom(read(file), noun).map((name) => ({ file, name })));
    expect(taken.filter(({ name }) => forbidden.includes(name))).toEqual([]);
  });

  it("import nouns by their front doors, schemas and client-safe parts alone", () => {
    const known = new Set(Object.keys(table));
    const inside = app.flatMap((file) =>
      [...read(file).matchAll(/from "@\/lib\/([^/"]+)\/([^"]+)"/g)]
        .filter(
          ([, noun = "", part = ""]) => known.has(noun) && !/^(\w[\w-]*\/)?schemas$|^document$/.test(part),
        )
        .map(([whole]) => `${file}: ${whole}`),
    );
    expect(inside).toEqual([]);
  });

  it("never make a context, a purpose or a transaction of their own", () => {
    const makers =
      /\bsystemContext\(|kind: "system"|purpose: "(?:DASHBOARD|REPORT)"|vouchedBy|@\/lib\/db"|withWorkspace|role: "(?:OWNER|ADMIN)"/;
    expect(app.filter((file) => makers.test(read(file)))).toEqual([]);
  });
});

describe("server actions", () => {
  const files = [...app, ...sourcesIn("components")].filter((file) => /^\s*"use server"/m.test(read(file)));

  it("stand in files named actions.ts", () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => path.basename(file) !== "actions.ts")).toEqual([]);
  });

  it.each(files)("%s exports only what action() makes", (file) => {
    const exported = [...read(file).matchAll(/^export .*$/gm)].map(([line]) => line);
    expect(exported.length).toBeGreaterThan(0);
    expect(
      exported.filter(
        (line) => !/^export const \w+ = action\($|^export const \w+ = action\(\w+, \w+\.\w+\);$/.test(line),
      ),
    ).toEqual([]);
  });
});

describe("routes", () => {
  /** Open to everybody on purpose, each for a reason. */
  const OPEN = [
    "app/api/auth/[...nextauth]/route.ts", // signs in
    "app/api/health/route.ts", // says whether parts work, nothing about anybody
    "app/api/inngest/route.ts", // asks for a signature, or is closed
    "app/embed/[address]/data/route.ts", // asks for a signed link
    "app/embed/[address]/options/route.ts", // asks for a signed link
    "app/embed/[address]/pictures/[pictureId]/route.ts", // asks for a signed link
    "app/files/[token]/route.ts", // asks for a signed link
    "app/share/[token]/data/route.ts", // asks for a link, and for its password
    "app/share/[token]/options/route.ts", // asks for a link, and for its password
    "app/share/[token]/password/route.ts", // asks for the password
    "app/share/[token]/pictures/[pictureId]/route.ts", // asks for a link, and for its password
  ];

  it("under /api/v1 are made by api(); the others are these", () => {
    const routes = app.filter((file) => path.basename(file) === "route.ts");
    const others = routes.filter((file) => !file.startsWith("app/api/v1/"));
    expect(others.sort()).toEqual(OPEN);
    for (const file of routes.filter((route) => !OPEN.includes(route))) {
      const handlers = [...read(file).matchAll(/^export .*$/gm)].map(([line]) => line);
      expect(
        handlers.filter((line) => !/^export const (GET|POST|PUT|PATCH|DELETE) = api\(\{/.test(line)),
        file,
      ).toEqual([]);
    }
  });
});

describe("the browser", () => {
  it("is given no HTML of anybody's making", () => {
    const raw =
      /dangerouslySetInnerHTML|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    expect([...app, ...sourcesIn("components")].filter((file) => raw.test(read(file)))).toEqual([]);
  });

  it("is given no setting of the server", () => {
    const secret = /process\.env|NEXT_PUBLIC_|@\/lib\/env"/;
    expect(sourcesIn("components").filter((file) => secret.test(read(file)))).toEqual([]);
  });
});
