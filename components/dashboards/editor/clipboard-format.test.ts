import { expect, test } from "vitest";
import { copyText, readCopied } from "./clipboard-format";
import { metric } from "./testing/widgets";

const QUERY = "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a";
const widgets = [metric("a", [0, 0]), metric("b", [3, 0])];

test("widgets come out of the clipboard as they went in", () => {
  const { contents, problem } = readCopied(copyText(widgets), new Set([QUERY]));
  expect(problem).toBeNull();
  expect(contents.map(({ visual, layout }) => [visual.title, layout.x])).toEqual([
    ["A", 0],
    ["B", 3],
  ]);
});

test.each([
  ["hello", /not a widget/],
  ['{"broadsheet":"other"}', /not a widget/],
  ['{"broadsheet":"widgets","version":2,"widgets":[]}', /newer Broadsheet/],
  ['{"broadsheet":"widgets","version":1,"widgets":[{"key":"a"}]}', /damaged/],
])("%s is refused with a sentence", (text, words) => {
  expect(readCopied(text, new Set([QUERY]))).toEqual({ contents: [], problem: expect.stringMatching(words) });
});

test("a widget whose query this person does not see is named", () => {
  const { contents, problem } = readCopied(copyText(widgets.slice(0, 1)), new Set());
  expect(contents).toEqual([]);
  expect(problem).toMatch(/The query of “A” is not visible to you/);
});
