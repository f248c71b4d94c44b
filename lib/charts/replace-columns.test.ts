import { expect, test } from "vitest";
import { replaceColumns } from "@/lib/charts/replace-columns";
import { VisualSpec } from "@/lib/charts/spec";

const NAMES: Record<string, string> = { amount: "visits", shop: "clinic_name", day: "day" };
const replaced = (spec: object, told: readonly string[] = ["visits"]) =>
  replaceColumns(
    VisualSpec.parse(spec),
    (name) => NAMES[name] ?? name,
    (name) => told.includes(name),
  );
const metric = { kind: "metric", title: "Amount", value: "amount", unit: "currency:EUR" };
const bars = { kind: "bar", title: "Amount by shop", x: "shop", y: ["amount"] };

test("a title of nothing but columns follows them; one that somebody wrote stays", () => {
  expect(replaced(metric).title).toBe("Visits");
  expect(replaced(bars).title).toBe("Visits by clinic name");
  expect(replaced({ ...bars, title: "Amount by day", x: "day" }).title).toBe("Visits by day");
  expect(replaced({ ...bars, title: "Takings by shop" }).title).toBe("Takings by shop");
  expect(replaced({ ...bars, title: "" }).title).toBe("");
});

test("a chosen unit gives way to the one the other query tells, and stays where it tells none", () => {
  expect(replaced(metric)).not.toHaveProperty("unit");
  expect(replaced(metric, [])).toMatchObject({ value: "visits", unit: "currency:EUR" });
  const same = replaceColumns(
    VisualSpec.parse(metric),
    (name) => name,
    () => true,
  );
  expect(same).toMatchObject({ unit: "currency:EUR", title: "Amount" });
});

test("in a table and a pivot it is a matter of each column", () => {
  const unit = "currency:EUR";
  const table = {
    kind: "table",
    title: "",
    columns: [
      { name: "amount", unit },
      { name: "day", unit },
    ],
  };
  expect(replaced(table, ["visits", "day"])).toMatchObject({
    columns: [{ name: "visits" }, { name: "day", unit }],
  });
  expect(JSON.stringify(replaced(table, ["visits", "day"])).match(/EUR/g)).toHaveLength(1);
  const measures = [{ value: "amount", aggregate: "sum", unit }];
  const pivot = { kind: "pivot", title: "", rows: ["shop"], columns: [], measures };
  expect(JSON.stringify(replaced(pivot))).not.toContain("EUR");
});
