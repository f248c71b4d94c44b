import { expect, test } from "vitest";
import { createSheetNamer } from "@/lib/render/xlsx/sheet-names";

test("forbidden characters become spaces and edge apostrophes go", () => {
  const nameOf = createSheetNamer();
  expect(nameOf("'Cost [EUR]: in/out? *now*\\'")).toBe("Cost EUR in out now");
  expect(nameOf("")).toBe("Sheet");
  expect(nameOf("[]:*?/\\")).toBe("Sheet (2)");
});

test("names are cut to 31 characters and stay unique without regard to case", () => {
  const nameOf = createSheetNamer();
  const long = "Appointments by clinic and practitioner";
  const names = [nameOf(long), nameOf(long), nameOf(long.toUpperCase())];
  expect(names[0]).toBe("Appointments by clinic and prac");
  expect(names.every((name) => name.length <= 31)).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
});

test("a name Excel reserves is not given", () => {
  expect(createSheetNamer()("History")).toBe("History (2)");
});

test("a pair of surrogates is never cut in half", () => {
  expect(createSheetNamer()(`${"a".repeat(30)}🙂`)).toBe("a".repeat(30));
});
