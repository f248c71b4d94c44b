import { expect, test } from "vitest";
import type { WidgetSpec } from "@/lib/charts/spec";
import { metric } from "./testing/widgets";
import { edgeWords, limitWords, namesOf, placeWords, titleOf } from "./words";

const a = metric("a", [0, 2, 6, 5]);

test("places count from one, and edges are named", () => {
  expect(placeWords(a)).toBe("A: column 1, row 3, 6 wide, 5 high.");
  expect(edgeWords(a, { dx: -1, dy: 0 })).toBe("A is already at the left edge.");
  expect(edgeWords(a, { dx: 0, dy: 1 })).toBe("A is already at the bottom.");
  expect(limitWords(a, { dx: 0, dy: -1 })).toBe("A is already as low as can be read.");
  expect(namesOf([a])).toBe("“A”");
  expect(namesOf([a, a])).toBe("2 widgets");
});

test("without a title a widget is called by what it says or shows, or by its kind", () => {
  const named = (visual: Partial<WidgetSpec>) =>
    titleOf({ visual: { ...a.visual, title: "", ...visual } as WidgetSpec });
  expect(named({ kind: "text", markdown: "## **October** was\n\nthe best month so far, by all means" })).toBe(
    "October was the best month so…",
  );
  expect(named({ kind: "text", markdown: "Revenue" })).toBe("Revenue");
  expect(named({ kind: "text", markdown: "" })).toBe("Text");
  expect(named({ kind: "image", alt: "The front door" })).toBe("The front door");
  expect(named({ kind: "image", alt: "" })).toBe("Picture");
  expect(named({})).not.toBe("");
  expect(named({ kind: "text", title: "Notes", markdown: "Revenue" })).toBe("Notes");
});
