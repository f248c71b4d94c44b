import { expect, test } from "vitest";
import { metric } from "./testing/widgets";
import { edgeWords, limitWords, namesOf, placeWords } from "./words";

const a = metric("a", [0, 2, 6, 5]);

test("places count from one, and edges are named", () => {
  expect(placeWords(a)).toBe("A: column 1, row 3, 6 wide, 5 high.");
  expect(edgeWords(a, { dx: -1, dy: 0 })).toBe("A is already at the left edge.");
  expect(edgeWords(a, { dx: 0, dy: 1 })).toBe("A is already at the bottom.");
  expect(limitWords(a, { dx: 0, dy: -1 })).toBe("A is already as low as can be read.");
  expect(namesOf([a])).toBe("“A”");
  expect(namesOf([a, a])).toBe("2 widgets");
});
