import { expect, it } from "vitest";
import { toTsv } from "./to-tsv";

const ROWS = [
  ["a", 1, null],
  ['say "hi"', true, "two\nlines"],
  ["c\td", "12345678901234567890", ""],
];

it("takes the area alone, with nothing for NULL", () => {
  expect(toTsv(ROWS, { top: 0, bottom: 0, left: 0, right: 2 })).toBe("a\t1\t");
  expect(toTsv(ROWS, { top: 1, bottom: 2, left: 1, right: 1 })).toBe("true\n12345678901234567890");
});

it("quotes what would break the table", () => {
  expect(toTsv(ROWS, { top: 1, bottom: 2, left: 0, right: 2 })).toBe(
    '"say ""hi"""\ttrue\t"two\nlines"\n"c\td"\t12345678901234567890\t',
  );
});
