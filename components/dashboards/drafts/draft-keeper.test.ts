import { expect, test } from "vitest";
import { ApiError } from "@/components/figures/fetch-json";
import { DashboardFilters, DashboardSettings } from "@/lib/dashboards/schemas";
import type { DraftCopy } from "./draft-copy";
import { DraftKeeper, type KeptDraft } from "./draft-keeper";

const draft = (name: string): KeptDraft => ({
  baseVersion: 1,
  document: {
    name,
    description: "",
    type: "PERSONAL",
    tags: [],
    filters: DashboardFilters.parse({}),
    settings: DashboardSettings.parse({}),
    widgets: [],
  },
});

/** A server with one draft, and time that passes when it is told to. */
function arrange() {
  const world = {
    revision: 0,
    name: null as string | null,
    copy: null as DraftCopy | null,
    puts: 0,
    fails: null as ApiError | null,
    waiting: null as (() => void) | null,
    waitsMs: 0,
  };
  const keeper = new DraftKeeper(
    {
      async put({ document, expectedRevision }) {
        world.puts += 1;
        if (world.fails) throw world.fails;
        if (expectedRevision !== world.revision) throw conflict(world.revision);
        world.revision += 1;
        world.name = document.name;
        return { revision: world.revision, savedAt: "2026-11-20T08:00:00.000Z" };
      },
      async drop() {
        world.revision = 0;
        world.name = null;
      },
      copy: {
        write(copy) {
          world.copy = copy;
          return true;
        },
        clear: () => void (world.copy = null),
      },
      later(ms, work) {
        world.waiting = work;
        world.waitsMs = ms;
        return () => void (world.waiting = null);
      },
    },
    0,
    null,
  );
  const pass = async () => {
    const work = world.waiting;
    world.waiting = null;
    work?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { world, keeper, pass };
}

const error = (status: number, details = {}) =>
  new ApiError(status, { code: "conflict", message: "Said so.", details });
const conflict = (revision: number) => error(409, { revision });

test("what is typed stands in the browser at once and on the server after a pause, once", async () => {
  const { world, keeper, pass } = arrange();
  for (const name of ["B", "Be", "Beds"]) keeper.want(draft(name));
  expect(world.copy?.document.name).toBe("Beds");
  expect(keeper.getStatus().kind).toBe("keeping");
  await pass();
  expect(world).toMatchObject({ puts: 1, name: "Beds", copy: null });
  expect(keeper.getStatus()).toEqual({ kind: "kept", savedAt: "2026-11-20T08:00:00.000Z" });
});

test("without a connection it stays in the browser, says so, and is sent when it is back", async () => {
  const { world, keeper, pass } = arrange();
  world.fails = error(0);
  keeper.want(draft("Offline"));
  await pass();
  expect(keeper.getStatus()).toEqual({ kind: "offline", isSafe: true });
  expect(world.copy?.document.name).toBe("Offline");
  world.fails = null;
  keeper.retry();
  await pass();
  expect(world).toMatchObject({ name: "Offline", copy: null });
});

test("undone changes and a published draft leave none behind", async () => {
  const { world, keeper, pass } = arrange();
  keeper.want(draft("Tried"));
  await pass();
  keeper.want(null);
  await pass();
  expect(world).toMatchObject({ name: null, copy: null });
  expect(keeper.getStatus()).toEqual({ kind: "none" });
  keeper.want(draft("Published"));
  await pass();
  // Publishing ends the draft on the server.
  world.revision = 0;
  keeper.published();
  keeper.want(draft("Typed since"));
  await pass();
  expect(world.name).toBe("Typed since");
});

test("another window's draft is not overwritten until that is chosen", async () => {
  const { world, keeper, pass } = arrange();
  keeper.want(draft("Here"));
  await pass();
  world.revision = 5;
  world.name = "There";
  keeper.want(draft("Here again"));
  await pass();
  expect(keeper.getStatus()).toEqual({ kind: "elsewhere", revision: 5, message: "Said so." });
  keeper.want(draft("Here still"));
  await pass();
  expect(world.name).toBe("There");
  keeper.keepThis();
  await pass();
  expect(world.name).toBe("Here still");
});

test("what the server refuses is told in its words", async () => {
  const { world, keeper, pass } = arrange();
  world.fails = error(403);
  keeper.want(draft("No longer mine"));
  await pass();
  expect(keeper.getStatus()).toEqual({ kind: "refused", message: "Said so." });
  expect(world.copy?.document.name).toBe("No longer mine");
});

test("what is given up goes from the server at once, for the page may be left", async () => {
  const { world, keeper, pass } = arrange();
  keeper.want(draft("Beds"));
  expect(world.waitsMs).toBeGreaterThan(0);
  await pass();
  keeper.want(null);
  expect(world.waitsMs).toBe(0);
  await pass();
  expect(world.name).toBeNull();
});
