import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { z } from "zod";
import { ParameterDefinition, type ParameterValues } from "@/lib/queries/schemas";
import { ParameterFields } from "./parameter-fields";

function draw(parameters: z.input<typeof ParameterDefinition>[], values: ParameterValues = {}): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ParameterFields
        definitions={parameters.map((parameter) => ParameterDefinition.parse(parameter))}
        values={values}
        onChange={() => {}}
      />
    </QueryClientProvider>,
  );
}

test("each type has its input, and each field says what leaving it empty means", () => {
  expect(draw([{ name: "n", type: "number", default: 5 }])).toMatch(/type="number".*Left empty: 5/s);
  expect(draw([{ name: "d", type: "date" }])).toMatch(/type="date".*The query needs a value/s);
  expect(draw([{ name: "b", type: "boolean", isRequired: false }])).toMatch(/\(optional\).*>Yes</s);
  expect(draw([{ name: "t", type: "text" }])).toContain('type="text"');
});

test("no value can be chosen where leaving it empty would mean the default", () => {
  const north = { name: "region", type: "text" as const, default: "north" };
  expect(draw([north])).not.toContain("No value");
  expect(draw([{ name: "region", type: "text", isRequired: false }])).not.toContain("No value");
  const usual = draw([{ ...north, isRequired: false }]);
  expect(usual).toMatch(/Left empty: north/);
  expect(usual).toMatch(/aria-checked="false".*No value/s);
  const without = draw([{ ...north, isRequired: false }], { region: null });
  expect(without).toContain("Asked without a value.");
  expect(without).toMatch(/aria-checked="true".*No value/s);
});

test("a period is chosen by its words or by days", () => {
  const moving = draw([{ name: "stay", type: "date_range" }], {
    stay: { kind: "relative", name: "last_full_month" },
  });
  expect(moving).toMatch(/selected="">Last full month</);
  const fixed = draw([{ name: "stay", label: "Stay", type: "date_range" }], {
    stay: { kind: "absolute", from: "2026-10-02", to: "2026-10-01" },
  });
  expect(fixed).toContain('aria-label="Stay, first day"');
  expect(fixed).toContain("The first day must not be after the last day.");
});

test("several values stand there by their labels, each with a way out", () => {
  const options = { kind: "values" as const, values: [{ value: "n", label: "The north" }, { value: "s" }] };
  const html = draw([{ name: "region", type: "text", isList: true, options }], { region: ["n", "old"] });
  expect(html).toContain('role="combobox"');
  expect(html).toContain('aria-label="region, chosen"');
  expect(html).toContain('aria-label="Remove The north"');
  expect(html).toContain('aria-label="Remove old"');
});

test("without a list to choose from any value is written", () => {
  const fed = { kind: "query" as const, queryId: "0198c1a2-0000-7000-8000-000000000000", valueColumn: "" };
  const html = draw([{ name: "clinics", type: "text", isList: true, options: fed }]);
  expect(html).not.toContain("combobox");
  expect(html).toContain('placeholder="Write values"');
});
