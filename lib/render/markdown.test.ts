import { expect, test } from "vitest";
import { parseMarkdown } from "@/lib/render/markdown";

test("looks are carried by runs", () => {
  expect(parseMarkdown("Up **4 % and *more***, ~~not~~ `x`")).toEqual([
    {
      kind: "paragraph",
      runs: [
        { text: "Up " },
        { text: "4 % and ", bold: true },
        { text: "more", bold: true, italic: true },
        { text: ", " },
        { text: "not", strike: true },
        { text: " " },
        { text: "x", code: true },
      ],
    },
  ]);
});

test("lists nest and keep their numbering", () => {
  expect(parseMarkdown("3. one\n4. two\n   - inner")).toEqual([
    {
      kind: "list",
      ordered: true,
      start: 3,
      items: [
        [{ kind: "paragraph", runs: [{ text: "one" }] }],
        [
          { kind: "paragraph", runs: [{ text: "two" }] },
          {
            kind: "list",
            ordered: false,
            start: 1,
            items: [[{ kind: "paragraph", runs: [{ text: "inner" }] }]],
          },
        ],
      ],
    },
  ]);
});

test("HTML stays the text it is, in blocks and in lines", () => {
  expect(parseMarkdown("<script>alert(1)</script>")).toEqual([
    { kind: "paragraph", runs: [{ text: "<script>alert(1)</script>" }] },
  ]);
  expect(parseMarkdown("a <b>x</b>")).toEqual([
    { kind: "paragraph", runs: [{ text: "a " }, { text: "<b>" }, { text: "x" }, { text: "</b>" }] },
  ]);
});

test("only links to the web and to mail keep their target; images become their description", () => {
  const runs = (markdown: string) =>
    parseMarkdown(markdown).flatMap((block) => ("runs" in block ? block.runs : []));
  expect(runs("[a](https://example.com/x)")).toEqual([{ text: "a", href: "https://example.com/x" }]);
  expect(runs("[a](javascript:alert(1))")).toEqual([{ text: "a" }]);
  expect(runs("[a](data:text/html,x)")).toEqual([{ text: "a" }]);
  expect(runs("![logo](https://example.com/p.png)")).toEqual([{ text: "logo" }]);
});

test("entities are read, escapes are undone", () => {
  expect(parseMarkdown("A &amp; B \\*c\\*")).toEqual([
    { kind: "paragraph", runs: [{ text: "A & B " }, { text: "*" }, { text: "c" }, { text: "*" }] },
  ]);
});
