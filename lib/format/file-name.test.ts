import { describe, expect, it } from "vitest";
import { fileName } from "./file-name";

describe("fileName", () => {
  it.each([
    ["Operations", "1–31 October 2026", "Operations, 1–31 October 2026.pdf"],
    ['A/B: "test" <1>', "all time", "A B test 1 , all time.pdf"],
    ["../../etc/passwd", "x", ".. .. etc passwd, x.pdf"],
    ["line\nbreak\u0000", "x", "line break , x.pdf"],
    ["x".repeat(300), "p", `${"x".repeat(120)}.pdf`],
  ])("%j", (title, period, name) => expect(fileName(title, period, "pdf")).toBe(name));
});
