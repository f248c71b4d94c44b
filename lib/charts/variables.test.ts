import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillMarkdown, fillVariables } from "@/lib/charts/variables";
import { parseMarkdown } from "@/lib/render/markdown";

const values = { period: "1–31 October 2026", today: "20 Nov 2026", filters: { clinic: "North Quay" } };

describe("fillVariables", () => {
  it("puts words in the place of variables, with and without spaces", () => {
    expect(fillVariables("{{period}}, {{ today }}: {{filter:clinic}} {{ filter: clinic }}", values)).toBe(
      "1–31 October 2026, 20 Nov 2026: North Quay North Quay",
    );
  });
  it("leaves what it does not know as it was typed", () => {
    const text = "{{filter:region}} {{filter:constructor}} {{periods}} {period}";
    expect(fillVariables(text, values)).toBe(text);
  });
});

describe("fillMarkdown", () => {
  const textOf = (markdown: string) =>
    parseMarkdown(markdown).flatMap((block) => (block.kind === "paragraph" ? block.runs : []));

  it("a value cannot become a link, bold text or a second paragraph", () => {
    const clinic = "**[x](https://evil.example)**\n\n# Head <b>";
    const runs = textOf(fillMarkdown("At {{filter:clinic}}.", { ...values, filters: { clinic } }));
    expect(runs.map((run) => run.text).join("")).toBe("At **[x](https://evil.example)** # Head <b>.");
    expect(runs.some((run) => run.href ?? run.bold)).toBe(false);
  });
  it("prints any value of visible characters as it is", () => {
    const word = fc.stringMatching(/^[!-~äßλ中]{1,30}$/);
    fc.assert(
      fc.property(word, (clinic) => {
        const runs = textOf(fillMarkdown("At {{filter:clinic}} now", { ...values, filters: { clinic } }));
        expect(runs.map((run) => run.text).join("")).toBe(`At ${clinic} now`);
        expect(runs.some((run) => run.href)).toBe(false);
      }),
    );
  });
});
