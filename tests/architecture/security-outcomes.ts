/** What came of calling verbs, made comparable. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { ZodError } from "zod";
import type { RequestContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { settleRuns } from "@/lib/queries";
import type { Verb } from "./security-verbs";
import { fingerprint, type Ids, type World } from "./security-world";

type Called = Pick<Verb, "ids" | "call">;

/** What came of a call, with every id as `<id>`, so that two outcomes can be compared. */
export async function outcomeOf(call: Promise<unknown>): Promise<{ result: unknown } | { error: unknown }> {
  try {
    return { result: withoutIds((await call) ?? null) };
  } catch (error) {
    if (error instanceof ZodError) return { error: { code: "invalid_input" } };
    if (!(error instanceof AppError)) throw error;
    return { error: withoutIds({ code: error.code, message: error.message, details: error.details }) };
  }
}

function withoutIds(value: unknown): unknown {
  const text = JSON.stringify(value) ?? "null";
  return JSON.parse(text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>"));
}

export const idsFor = ({ ids }: Pick<Verb, "ids">, world: World): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).map(([argument, thing]) => [argument, world.ids[thing]]));

/** Runs the checks and expects that not one row of any table is different afterwards. */
export async function writingNothing(checks: () => Promise<void>): Promise<void> {
  // What is written a moment after an answer belongs to whoever asked before.
  await settleRuns();
  const before = await fingerprint();
  await checks();
  await settleRuns();
  expect(await fingerprint()).toEqual(before);
}

/** An id of the same workspace that belongs to something else. */
function idOfAnotherNoun(world: World, thing: keyof Ids): string {
  return thing === "dashboard" ? world.ids.report : world.ids.dashboard;
}

/** In the workspace `away`, a foreign id (of `home`), a missing id and one of another noun must not be told apart. */
export async function expectAlike(
  ctx: RequestContext,
  { ids, call }: Called,
  { home, away }: { home: World; away: World },
): Promise<void> {
  const own = idsFor({ ids }, away);
  for (const [argument, thing] of Object.entries(ids)) {
    const missing = await outcomeOf(call(ctx, { ...own, [argument]: randomUUID() }));
    const foreign = await outcomeOf(call(ctx, { ...own, [argument]: home.ids[thing] }));
    const other = await outcomeOf(call(ctx, { ...own, [argument]: idOfAnotherNoun(away, thing) }));
    expect(foreign, `${argument} of another workspace`).toEqual(missing);
    expect(other, `${argument} of another noun`).toEqual(missing);
    expect(JSON.stringify(missing)).not.toContain(home.marker);
  }
}
