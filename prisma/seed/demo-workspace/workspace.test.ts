import { describe, expect, test } from "vitest";
import { VisualSpec } from "@/lib/charts/spec";
import { overlappingPair } from "@/lib/dashboards/layout";
import { WidgetLayout } from "@/lib/dashboards/schemas";
import { CreateListInput, EmailAddress } from "@/lib/distribution/schemas";
import { QueryDefinition } from "@/lib/queries/schemas";
import { RELATIVE_RANGES } from "@/lib/time/ranges";
import { DEMO_DASHBOARDS } from "./dashboards";
import { DEMO_LISTS } from "./lists";
import { DEMO_PEOPLE, DEMO_WORKSPACES } from "./people";
import { DEMO_QUERIES } from "./queries";
import { DEMO_REPORTS } from "./reports";

const queryKeys = new Set(DEMO_QUERIES.map(({ key }) => key));
type Figure = { queryKey: string; visual: VisualSpec };
const reportFigures = DEMO_REPORTS.flatMap(({ blocks }) =>
  blocks.flatMap((block): Figure[] => {
    if (block.kind === "metrics") return block.items;
    return block.kind === "chart" || block.kind === "table" ? [block] : [];
  }),
);
const figures: Figure[] = [...DEMO_DASHBOARDS.flatMap(({ widgets }) => widgets), ...reportFigures];

const unique = (values: string[]) => new Set(values).size === values.length;

describe("queries", () => {
  test("have keys and names of their own", () => {
    expect(unique(DEMO_QUERIES.map(({ key }) => key))).toBe(true);
    expect(unique(DEMO_QUERIES.map(({ name }) => name))).toBe(true);
  });

  test.each(DEMO_QUERIES.map((query) => [query.key, query] as const))(
    "%s declares exactly the parameters it uses",
    (_, query) => {
      const { sql, parameters, columnUnits } = query;
      expect(() => QueryDefinition.parse({ kind: "sql", sql, parameters, columnUnits })).not.toThrow();
      const used = new Set([...sql.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
      expect(used).toEqual(new Set(parameters.map(({ name }) => name)));
    },
  );

  test("each is drawn somewhere, or is in the library on purpose", () => {
    const drawn = new Set(figures.map(({ queryKey }) => queryKey));
    const undrawn = [...queryKeys].filter((key) => !drawn.has(key));
    expect(undrawn).toEqual(["revenue-by-month-and-clinic", "unpaid-invoices-by-age"]);
  });
});

describe("figures", () => {
  test("name a query that exists", () => {
    expect(figures.map(({ queryKey }) => queryKey).filter((key) => !queryKeys.has(key))).toEqual([]);
  });

  test("are complete visuals", () => {
    for (const { visual } of figures) expect(VisualSpec.parse(visual)).toEqual(visual);
  });
});

describe("dashboards", () => {
  test.each(DEMO_DASHBOARDS.map((dashboard) => [dashboard.name, dashboard] as const))(
    "%s fits the grid",
    (_, { widgets, defaultRange }) => {
      expect(unique(widgets.map(({ key }) => key))).toBe(true);
      expect(overlappingPair(widgets)).toBeNull();
      for (const { layout } of widgets) expect(() => WidgetLayout.parse(layout)).not.toThrow();
      expect(RELATIVE_RANGES).toContain(defaultRange);
    },
  );

  test.each(DEMO_DASHBOARDS.map((dashboard) => [dashboard.name, dashboard] as const))(
    "%s has no hole in its grid",
    (_, { widgets }) => {
      const cells = widgets.reduce((sum, { layout }) => sum + layout.w * layout.h, 0);
      expect(cells).toBe(12 * Math.max(...widgets.map(({ layout }) => layout.y + layout.h)));
    },
  );
});

test("a row of metrics in a report holds at most four", () => {
  const rows = DEMO_REPORTS.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "metrics"));
  for (const row of rows) expect(row.items.length).toBeLessThanOrEqual(4);
});

describe("people and lists", () => {
  test("lists hold real addresses of nobody, each once", () => {
    for (const { name, description, members } of DEMO_LISTS) {
      expect(() => CreateListInput.parse({ name, description, members })).not.toThrow();
      expect(unique(members.map(({ email }) => email))).toBe(true);
      for (const { email } of members) expect(email).toMatch(/@harbor\.example$/);
    }
    expect(DEMO_LISTS[0]?.members).toHaveLength(12);
  });

  test("every member of a workspace is a person of the demo, in a department of that workspace", () => {
    const emails = DEMO_PEOPLE.map(({ email }) => email);
    for (const email of emails) expect(EmailAddress.parse(email)).toBe(email);
    for (const { members, departments } of DEMO_WORKSPACES) {
      for (const member of members) {
        expect(emails).toContain(member.email);
        expect(departments).toContain(member.department);
      }
      expect(members.filter(({ role }) => role === "OWNER")).toHaveLength(1);
    }
  });

  test("admin and viewer do not belong to the second workspace", () => {
    expect(DEMO_WORKSPACES[1]?.members.map(({ email, role }) => [email, role])).toEqual([
      ["owner@demo.example", "OWNER"],
      ["editor@demo.example", "VIEWER"],
    ]);
  });
});
