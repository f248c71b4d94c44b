/**
 * The same strangers with row-level security out of the way: each verb's own `where` has to hold, so that either of
 * the two may be wrong some day without a leak.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { closeRenderers } from "@/lib/render";
import { createShop, dropShop, type TestSource } from "../support/source";
import { expectAlike, idsFor, outcomeOf, writingNothing } from "./security-outcomes";
import { nouns, type Verb } from "./security-verbs";
import { createWorld, fingerprint, type World } from "./security-world";

let shop: TestSource;
let home: World;
let away: World;

beforeAll(async () => {
  process.env.APP_DATABASE_URL = process.env.TEST_OWNER_URL;
  shop = await createShop();
  home = await createWorld(shop);
  away = await createWorld(shop);
});
afterAll(async () => {
  await closeRenderers();
  await dropShop(shop);
});

const settings = { host: "", port: 0, database: "", user: "", tls: "disable" as const, caCertificate: "" };
const callable = Object.entries(nouns({ kind: "POSTGRESQL", settings, password: "" })).flatMap(
  ([noun, { verbs, internal }]) =>
    [...Object.keys(verbs), ...Object.keys(internal).filter((name) => internal[name])].map((name) => ({
      noun,
      name,
    })),
);

function find(noun: string, name: string): Pick<Verb, "ids" | "call"> {
  const entry = nouns(shop)[noun];
  const found = entry?.verbs[name] ?? entry?.internal[name];
  if (!found) throw new Error(`No function ${noun}.${name}.`);
  return found;
}

it("sees every workspace here", async () => {
  expect(await prisma().workspace.count()).toBe(2);
});

describe.each(callable)("$noun: $name", ({ noun, name }) => {
  const contextOf = ({ workspace }: World) =>
    nouns(shop)[noun]?.internal[name] ? workspace.system() : workspace.as("OWNER");

  it("finds nothing of another workspace", async () => {
    await writingNothing(() => expectAlike(contextOf(away), find(noun, name), { home, away }));
  });

  it("answers and writes inside its own workspace alone", async () => {
    const entry = find(noun, name);
    const world = await createWorld(shop);
    const strangers = [home.workspace.id, away.workspace.id];
    const before = await fingerprint(strangers);
    const outcome = await outcomeOf(entry.call(contextOf(world), idsFor(entry, world)));
    expect(JSON.stringify(outcome)).not.toContain(home.marker);
    expect(JSON.stringify(outcome)).not.toContain(away.marker);
    expect(await fingerprint(strangers)).toEqual(before);
  });
});
