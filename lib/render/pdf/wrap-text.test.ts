import { expect, test } from "vitest";
import { wrapText } from "@/lib/render/pdf/wrap-text";

const widthOf = (text: string) => text.length;

test("breaks at spaces", () => {
  expect(wrapText("one two three four", 9, widthOf)).toEqual(["one two", "three", "four"]);
});

test("breaks inside a word that is wider than the line, losing nothing", () => {
  expect(wrapText("an abcdefghijkl end", 5, widthOf)).toEqual(["an", "abcde", "fghij", "kl", "end"]);
});

test("keeps the line breaks of the text, and an empty text is one line", () => {
  expect(wrapText("a\n\nb", 10, widthOf)).toEqual(["a", "", "b"]);
  expect(wrapText("", 10, widthOf)).toEqual([""]);
});

test("a no-break space does not break", () => {
  expect(wrapText("9.4\u00a0% of", 6, widthOf)).toEqual(["9.4\u00a0%", "of"]);
});
