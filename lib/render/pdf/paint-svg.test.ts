import { expect, test } from "vitest";
import { loadFonts } from "@/lib/render/pdf/fonts";
import { paintSvg } from "@/lib/render/pdf/paint-svg";
import type { Painter } from "@/lib/render/pdf/painter";
import { plainFont } from "@/lib/render/pdf/plain-font";
import { parseSvg } from "@/lib/render/svg/parse-svg";

/** A surface that writes down what is drawn on it. */
function record(markup: string): string[] {
  const calls: string[] = [];
  const painter: Painter = new Proxy({} as Painter, {
    get:
      (_, name) =>
      (...args: unknown[]) => {
        if (name !== "font")
          calls.push(
            `${String(name)} ${args
              .filter((arg) => arg !== undefined)
              .map(print)
              .join(" ")}`.trim(),
          );
        return painter;
      },
  });
  paintSvg(painter, parseSvg(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`));
  return calls.filter((call) => call !== "save" && call !== "restore");
}
const print = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));

test("groups hand their look down, a shape's own look wins", () => {
  expect(
    record(
      '<g fill="none" stroke="#111111" stroke-width="2"><path d="M0 0L1 1"/><line x1="1" y1="2" x2="3" y2="4" stroke="#222222"/></g>',
    ),
  ).toEqual([
    "path M0 0L1 1",
    "strokeColor #111111 1",
    "lineWidth 2",
    "stroke",
    "moveTo 1 2",
    "lineTo 3 4",
    "strokeColor #222222 1",
    "lineWidth 2",
    "stroke",
  ]);
});

test("shapes are black and filled by default, with opacity, dashes and corners where stated", () => {
  expect(record('<circle cx="1" cy="2" r="3"/>')).toEqual(["circle 1 2 3", "fillColor #000000 1", "fill"]);
  expect(
    record(
      '<rect x="1" y="2" width="10" height="4" rx="9" fill="#abcdef" fill-opacity="0.4" stroke="#000000" stroke-dasharray="4 2"/>',
    ),
  ).toEqual([
    "roundedRect 1 2 10 4 2",
    "fillColor #abcdef 0.4",
    "strokeColor #000000 1",
    "lineWidth 1",
    "dash [4,2]",
    "fillAndStroke",
  ]);
});

test("transforms and clips come before what they apply to", () => {
  const calls = record(
    '<defs><clipPath id="c"><rect x="0" y="0" width="5" height="5"/></clipPath></defs>' +
      '<g clip-path="url(#c)" transform="translate(3, 4) rotate(-45, 1, 2)"><circle r="1"/></g>',
  );
  expect(calls.slice(0, 4)).toEqual(["translate 3 4", 'rotate -45 {"origin":[1,2]}', "rect 0 0 5 5", "clip"]);
});

test("text is placed by its anchor", async () => {
  await loadFonts();
  const width = plainFont(400, "proportional").widthOf("1,200", 10);
  const placeOf = (anchor: string) =>
    Number(
      record(`<text x="100" y="20" font-size="10" text-anchor="${anchor}">1,200</text>`)
        .at(-1)
        ?.split(" ")[2],
    );
  expect(placeOf("start")).toBe(100);
  expect(placeOf("middle")).toBeCloseTo(100 - width / 2);
  expect(placeOf("end")).toBeCloseTo(100 - width);
});

test("what cannot be drawn is refused, never left out", () => {
  expect(() => record("<image/>")).toThrow("A chart holds <image>");
  expect(() => record('<circle r="1" transform="matrix(1 0 0 1 0 0)"/>')).toThrow("transformed by matrix");
});
