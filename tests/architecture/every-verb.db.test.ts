/** Every verb against everybody who may not call it: lower roles, other workspaces, ids that are wrong in every way. */
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/context";
import { closeRenderers } from "@/lib/render";
import { createShop, dropShop, type TestSource } from "../support/source";
import { expectAlike, idsFor, outcomeOf, writingNothing } from "./security-outcomes";
import { nouns, type Verb } from "./security-verbs";
import { createWorld, type World } from "./security-world";

const ROLES: Role[] = ["VIEWER", "EDITOR", "ADMIN", "OWNER"];
/** The floor below the nouns: no verbs, nothing that a person calls by id. */
const FLOOR = [
  "access",
  "audit",
  "auth",
  "crypto",
  "db",
  "health",
  "jobs",
  "log",
  "render",
  "sharing",
  "storage",
];
const NOWHERE: TestSource = {
  kind: "POSTGRESQL",
  settings: { host: "", port: 0, database: "", user: "", tls: "disable", caCertificate: "" },
  password: "",
};

const NONSENSE = [
  "",
  "nonsense",
  "' OR 1=1 --",
  "../../etc/passwd",
  "00000000-0000-0000-0000-00000000000g",
  "x".repeat(100_000),
  "\0",
  7,
  null,
  ["a"],
  { contains: "" },
  { not: null },
] as string[];

let shop: TestSource;
let home: World;
let away: World;

beforeAll(async () => {
  shop = await createShop();
  home = await createWorld(shop);
  away = await createWorld(shop);
});
afterAll(async () => {
  await closeRenderers();
  await dropShop(shop);
});

const all = Object.entries(nouns(NOWHERE));
const verbs = all.flatMap(([noun, { verbs }]) =>
  Object.entries(verbs).map(([name, { least }]) => ({ noun, name, least })),
);
const jobs = all.flatMap(([noun, { internal }]) =>
  Object.entries(internal).flatMap(([name, entry]) => (entry ? [{ noun, name }] : [])),
);

function verbOf(noun: string, name: string): Verb {
  const found = nouns(shop)[noun]?.verbs[name];
  if (!found) throw new Error(`No verb ${noun}.${name}.`);
  return found;
}

describe("the table of verbs", () => {
  it("names every noun that has a front door", () => {
    const doors = readdirSync("lib").filter((folder) => existsSync(`lib/${folder}/index.ts`));
    expect(
      doors.filter((folder) => !FLOOR.includes(folder)).sort(),
      "Add the noun to tests/architecture/security-verbs.ts.",
    ).toEqual(all.map(([noun]) => noun).sort());
  });

  it.each(all)("names every function of lib/%s/index.ts", (noun, { door, verbs, internal, pure }) => {
    const exported = Object.keys(door).filter((name) => typeof door[name] === "function");
    const named = [...Object.keys(verbs), ...Object.keys(internal), ...pure];
    expect(
      exported.sort(),
      `Add the function to tests/architecture/security-verbs.ts, under ${noun}: as a verb with its least role, as internal, or as pure.`,
    ).toEqual(named.sort());
  });
});

describe.each(verbs)("$noun: $name", ({ noun, name, least }) => {
  it("refuses every lower role, before it reads what it is given, and writes nothing", async () => {
    const { ids, call } = verbOf(noun, name);
    const own = idsFor({ ids }, home);
    const nonsense = Object.fromEntries(Object.keys(ids).map((argument) => [argument, "nonsense"]));
    await writingNothing(async () => {
      for (const role of ROLES.slice(0, ROLES.indexOf(least)))
        for (const given of [own, nonsense])
          expect(await outcomeOf(call(home.workspace.as(role), given)), role).toMatchObject({
            error: { code: "forbidden" },
          });
    });
  });

  it("cannot tell foreign ids from missing ones, even as an owner, and writes nothing", async () => {
    const verb = verbOf(noun, name);
    await writingNothing(() => expectAlike(away.workspace.as("OWNER"), verb, { home, away }));
  });

  it("refuses ids that are none, and writes nothing", async () => {
    const { ids, call } = verbOf(noun, name);
    const own = idsFor({ ids }, home);
    await writingNothing(async () => {
      for (const argument of Object.keys(ids))
        for (const nonsense of NONSENSE)
          expect(
            await outcomeOf(call(home.workspace.as("OWNER"), { ...own, [argument]: nonsense })),
            `${argument}: ${JSON.stringify(nonsense).slice(0, 40)}`,
          ).toMatchObject({ error: { code: "invalid_input" } });
    });
  });

  it("works for the least role, and answers with its own workspace alone", async () => {
    const { ids, call } = verbOf(noun, name);
    const world = await createWorld(shop);
    const result = await call(world.workspace.as(least), idsFor({ ids }, world));
    const text = JSON.stringify(result) ?? "";
    for (const stranger of [home, away]) {
      expect(text).not.toContain(stranger.marker);
      expect(text).not.toContain(stranger.workspace.id);
    }
  });
});

describe.each(jobs)("$noun: $name, called by jobs", ({ noun, name }) => {
  it("finds nothing by a foreign id, and writes nothing", async () => {
    const entry = nouns(shop)[noun]?.internal[name];
    if (!entry) throw new Error(`No function ${noun}.${name}.`);
    await writingNothing(async () => {
      await expectAlike(away.workspace.system(), entry, { home, away });
    });
  });
});
