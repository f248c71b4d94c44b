import { expect, it } from "vitest";
import { positionIn } from "./position-in";

const error = (position?: number) => ({
  code: "query_failed" as const,
  message: "No.",
  details: position === undefined ? {} : { position },
});

it("counts the blanks before the text, which the server does not see", () => {
  expect(positionIn("select x", error(8))).toBe(8);
  expect(positionIn("\n  select x", error(8))).toBe(11);
});

it("never points behind the end, and nowhere without a place", () => {
  expect(positionIn("select", error(99))).toBe(7);
  expect(positionIn("select", error())).toBeNull();
  expect(positionIn("", error(3))).toBeNull();
});
