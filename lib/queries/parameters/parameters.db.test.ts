import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { createQuery, listParameterOptions, runQuery, tryParameterOptions, tryQuery } from "@/lib/queries";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { withOwner } from "../../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../../tests/support/source";

type Declared = z.input<typeof ParameterDefinition>;

let shop: TestSource;
let workspace: TestWorkspace;
let editor: RequestContext;
let viewer: RequestContext;
let dataSourceId: string;
beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  editor = workspace.as("EDITOR");
  viewer = workspace.as("VIEWER");
  dataSourceId = (await addSource(workspace.as("ADMIN"), shop)).id;
});
afterAll(() => dropShop(shop));

const definition = (sql: string, parameters: Declared[] = []) => ({ kind: "sql" as const, sql, parameters });
const rows = async (sql: string, parameters: Declared[], values: ParameterValues = {}) =>
  (await tryQuery(editor, { dataSourceId, definition: definition(sql, parameters), values })).rows;

let counter = 0;
async function save(sql: string, parameters: Declared[] = [], name = `Query ${(counter += 1)}`) {
  const query = await createQuery(editor, { name, dataSourceId, definition: definition(sql, parameters) });
  return query.id;
}

describe("lists, ranges and optional parts", () => {
  const count = "select count(*)::int from shop.sales where true";

  it("compare as the source does", async () => {
    const list: Declared = { name: "shops", type: "text", isList: true };
    const sql = `${count} and shop in ({{shops}})`;
    expect(await rows(sql, [list], { shops: ["North"] })).toEqual([[46]]);
    expect(await rows(sql, [list], { shops: ["North", "South"] })).toEqual([[92]]);
    expect(await rows(sql, [list], { shops: [] })).toEqual([[0]]);
    expect(await rows(sql, [list], { shops: ["North') or true --", "' or ''='"] })).toEqual([[0]]);
    const days: Declared = { name: "days", type: "date", isList: true };
    const two = { days: ["2026-08-01", "2026-08-02"] };
    expect(await rows(`${count} and day in ({{days}})`, [days], two)).toEqual([[2]]);
    const ids: Declared = { name: "ids", type: "number", isList: true };
    const many = { ids: Array.from({ length: 10_000 }, (_, index) => index) };
    expect(await rows(`${count} and id in ({{ids}})`, [ids], many)).toEqual([[92]]);
  });

  it("know the first and the last day of a period", async () => {
    const period: Declared = { name: "days", type: "date_range" };
    const sql = `${count} and day >= {{days.from}} and day < {{days.to}}`;
    const within = async (days: ParameterValues[string]) => rows(sql, [period], { days });
    expect(await within({ kind: "relative", name: "last_full_month" })).toEqual([[31]]);
    expect(await within({ kind: "absolute", from: "2026-08-31", to: "2026-09-01" })).toEqual([[2]]);
  });

  it("fill a period of that name from what is shown", async () => {
    const sql = `${count} and day >= {{period.from}} and day < {{period.to}}`;
    const queryId = await save(sql, [{ name: "period", type: "date_range" }]);
    const range = { from: "2026-08-01", to: "2026-08-11" };
    const result = await runQuery(viewer, { queryId, values: {}, range, purpose: "DASHBOARD" });
    expect(result.rows).toEqual([[10]]);
  });

  it("leave out what has no value, and tell a mistake after it at its place", async () => {
    const optional: Declared = { name: "shop", type: "text", isRequired: false };
    const sql = `${count} [[ and shop = {{shop}} ]]`;
    expect(await rows(sql, [optional])).toEqual([[92]]);
    expect(await rows(sql, [optional], { shop: null })).toEqual([[92]]);
    expect(await rows(sql, [optional], { shop: "North" })).toEqual([[46]]);
    const wrong = `${sql} and nothing = 1`;
    for (const values of [{}, { shop: "North" }] as ParameterValues[])
      await expect(rows(wrong, [optional], values)).rejects.toMatchObject({
        code: "query_failed",
        details: { position: wrong.indexOf("nothing") + 1 },
      });
  });
});

describe("the person who reads", () => {
  const sql =
    "select {{me.email}}, {{me.name}}, {{me.role}}, {{me.job_role}}, {{me.department}}, {{me.region}}, {{me.level}}, {{me.tags}}";

  it("is taken from the membership, whatever else is kept under these names", async () => {
    if (editor.actor.kind !== "user" || viewer.actor.kind !== "user") throw new Error("no people");
    const { userId } = viewer.actor;
    await withOwner(async (client) => {
      const { rows: made } = await client.query(
        "INSERT INTO departments (id, workspace_id, name) VALUES (gen_random_uuid(), $1, 'Nord''s') RETURNING id",
        [workspace.id],
      );
      await client.query(
        "UPDATE memberships SET department_id = $1, job_role = 'Nurse', attributes = $2 WHERE workspace_id = $3 AND user_id = $4",
        [
          made[0].id,
          { region: "' or true --", level: 3, tags: ["a"], role: "OWNER", email: "boss@x.example" },
          workspace.id,
          userId,
        ],
      );
    });
    const queryId = await save(sql);
    const read = async (ctx: RequestContext) =>
      (await runQuery(ctx, { queryId, values: {}, purpose: "DASHBOARD" })).rows;
    const { email, name } = viewer.actor;
    expect(await read(viewer)).toEqual([
      [email, name, "VIEWER", "Nurse", "Nord's", "' or true --", "3", null],
    ]);
    // The same question of somebody else is another question, also for the cache.
    expect((await read(editor))[0]?.slice(2)).toEqual(["EDITOR", null, null, null, null, null]);
  });

  it("cannot be given by whoever reads, and nobody in particular has none", async () => {
    const queryId = await save("select {{me.department}}");
    const run = (ctx: RequestContext, values: ParameterValues) =>
      runQuery(ctx, { queryId, values, purpose: "DASHBOARD" });
    await expect(run(viewer, { "me.department": "all" })).rejects.toThrow("cannot be given");
    await expect(run(viewer, { me: "all" })).rejects.toThrow("cannot be given");
    await expect(run(workspace.system(), {})).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("depends on who reads"),
    });
  });
});

describe("the values to choose from", () => {
  const region: Declared = {
    name: "region",
    label: "Region",
    type: "text",
    options: { kind: "values", values: [{ value: "North", label: "The north" }, { value: "South" }] },
  };
  const fedBy = (queryId: string, more: Partial<Declared> = {}): Declared => ({
    name: "day",
    type: "text",
    options: { kind: "query", queryId, valueColumn: "day", labelColumn: "label" },
    ...more,
  });

  it("are fixed, or the rows of a query that follows what was chosen before", async () => {
    const feeding = await save(
      "select to_char(day, 'YYYY-MM') as day, min(to_char(day, 'FMMonth')) as label from shop.sales where shop = {{region}} and day < {{to}} group by 1, id % 2 order by 1",
      [
        { name: "region", type: "text" },
        { name: "to", type: "date" },
      ],
    );
    const queryId = await save("select {{region}}, {{day}}", [region, fedBy(feeding)]);
    expect(await listParameterOptions(viewer, { queryId, parameter: "region" })).toEqual({
      options: [
        { value: "North", label: "The north" },
        { value: "South", label: "South" },
      ],
      truncated: false,
    });
    const chosen = { queryId, parameter: "day", values: { region: "North" } };
    expect((await listParameterOptions(viewer, chosen)).options).toEqual([
      { value: "2026-08", label: "August" },
      { value: "2026-09", label: "September" },
      { value: "2026-10", label: "October" },
    ]);
    const none = { ...chosen, values: { region: "' or true --" } };
    expect((await listParameterOptions(viewer, none)).options).toEqual([]);
    await expect(listParameterOptions(viewer, { ...chosen, values: {} })).rejects.toThrow(
      "Choose Region first.",
    );
    await expect(listParameterOptions(viewer, { ...chosen, values: { "me.role": "OWNER" } })).rejects.toThrow(
      "cannot be given",
    );
  });

  it("take the default of what was not chosen", async () => {
    const feeding = await save("select distinct day from shop.sales where shop = {{region}}", [
      { name: "region", type: "text" },
    ]);
    const parameters = [
      { ...region, default: "South" },
      fedBy(feeding, { options: { kind: "query", queryId: feeding, valueColumn: "" } }),
    ];
    const { options } = await tryParameterOptions(editor, { parameters, parameter: "day" });
    expect(options).toHaveLength(46);
  });

  it("are a thousand at most, and say so", async () => {
    const feeding = await save("select n % 1200 as n from generate_series(1, 3000) n");
    const parameters = [fedBy(feeding, { options: { kind: "query", queryId: feeding, valueColumn: "n" } })];
    const answer = await tryParameterOptions(editor, { parameters, parameter: "day" });
    expect([answer.options.length, answer.truncated]).toEqual([1000, true]);
  });

  it("say what is missing where they come from", async () => {
    const feeding = await save(
      "select day, {{other}} from shop.sales",
      [{ name: "other", type: "text" }],
      "Days",
    );
    const ask = (parameters: Declared[], parameter = "day", ctx = editor) =>
      tryParameterOptions(ctx, { parameters, parameter });
    await expect(ask([fedBy(feeding)])).rejects.toThrow('"Days", which needs a value for other');
    const plain = await save("select day from shop.sales", [], "Plain days");
    await expect(ask([fedBy(plain)])).rejects.toThrow('has no column "label". It has: day.');
    await expect(ask([{ name: "a", type: "text" }], "a")).rejects.toThrow("no values to choose from");
    await expect(ask([], "a")).rejects.toThrow("no parameter a");
    await expect(ask([fedBy(plain)], "day", viewer)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = (await createWorkspace()).as("ADMIN");
    await expect(ask([fedBy(plain)], "day", stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});
