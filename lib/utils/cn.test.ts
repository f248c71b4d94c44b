import { expect, test } from "vitest";
import { cn } from "./cn";

test("a later class wins over an earlier one of the same property", () => {
  expect(cn("px-3 text-ink-2", "px-4")).toBe("text-ink-2 px-4");
});

test("our sizes and our colours are told apart", () => {
  expect(cn("text-13 text-ink-2", "text-title")).toBe("text-ink-2 text-title");
  expect(cn("text-title", "text-ink-3")).toBe("text-title text-ink-3");
});

test("falsy values leave no trace", () => {
  expect(cn("a", false, null, undefined, "b")).toBe("a b");
});
