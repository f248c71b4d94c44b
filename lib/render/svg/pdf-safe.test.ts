import { describe, expect, it } from "vitest";
import { parseSvg, printSvg, textOf } from "@/lib/render/svg/parse-svg";
import { toPdfSafeSvg } from "@/lib/render/svg/pdf-safe";

const wrap = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">${body}</svg>`;
const bodyOf = (body: string) => parseSvg(toPdfSafeSvg(wrap(body))).children;

describe("toPdfSafeSvg", () => {
  it("states the view box", () => {
    expect(parseSvg(toPdfSafeSvg(wrap('<rect width="1" height="1"/>'))).attributes).toMatchObject({
      viewBox: "0 0 100 50",
    });
  });
  it("sets each tspan as a text of its own, at its absolute place", () => {
    const [group] = bodyOf(
      '<text x="10" y="20" font-size="10"><tspan x="10" dy="0.71em">North</tspan><tspan x="12" dy="1em">Quay</tspan></text>',
    );
    expect(group).toMatchObject({
      name: "g",
      children: [
        { name: "text", attributes: { x: "10", y: "27.1", "font-family": "Inter" }, children: ["North"] },
        { name: "text", attributes: { x: "12", y: "37.1" }, children: ["Quay"] },
      ],
    });
  });
  it("counts other baselines down to the alphabetic one", () => {
    expect(bodyOf('<text x="0" y="20" font-size="10" dominant-baseline="central">A</text>')).toMatchObject([
      { attributes: { y: "23.6" } },
    ]);
  });
  it("gathers all definitions in one place, before the drawing", () => {
    const children = bodyOf(
      '<defs><clipPath id="a"><rect width="1" height="1"/></clipPath></defs><rect width="5" height="5" clip-path="url(#a)"/><defs><clipPath id="b"><rect/></clipPath></defs>',
    );
    expect(children).toMatchObject([
      { name: "defs", children: [{ attributes: { id: "a" } }, { attributes: { id: "b" } }] },
      { name: "rect", attributes: { "clip-path": "url(#a)" } },
    ]);
    expect(children).toHaveLength(2);
  });
  it("turns styles into attributes, and transparent paint into none", () => {
    expect(
      bodyOf('<rect width="5" height="5" style="fill: rgba(1, 2, 3, 0.5); stroke: transparent"/>'),
    ).toMatchObject([{ attributes: { fill: "rgb(1,2,3)", "fill-opacity": "0.5", stroke: "none" } }]);
    expect(bodyOf('<rect width="5" height="5" fill="#fff" fill-opacity="0"/>')).toMatchObject([
      { attributes: { fill: "none" } },
    ]);
  });
  it("gives a gradient straight down a width", () => {
    expect(
      bodyOf(
        '<defs><linearGradient id="g" x1="0" x2="0" y1="0" y2="1"><stop offset="0"/></linearGradient></defs>',
      ),
    ).toMatchObject([{ children: [{ attributes: { x2: "0.00001" } }] }]);
  });
  it("names weights", () => {
    expect(bodyOf('<text font-weight="600">A</text>')).toMatchObject([
      { attributes: { "font-weight": "bold" } },
    ]);
  });
  it("leaves out what is hidden, empty or no drawing", () => {
    expect(bodyOf('<title>x</title><g></g><rect display="none"/><style>a > b {}</style>')).toEqual([]);
  });
  it("keeps signs that mean something in markup", () => {
    expect(toPdfSafeSvg(wrap("<text>A &lt; B &amp; C</text>"))).toContain(">A &lt; B &amp; C<");
  });
  it("refuses what is no drawing", () => {
    expect(() => toPdfSafeSvg("<p>no</p>")).toThrow("no <svg> element");
  });
});

describe("parseSvg", () => {
  it("reads what it prints", () => {
    const markup = wrap(
      '<text x="1" data-x="a &gt; &quot;b&quot;">Größe &amp; Zahl</text><path d="M0,0L1,1"/>',
    );
    expect(printSvg(parseSvg(markup))).toBe(markup);
  });
  it("decodes numeric entities", () => {
    expect(textOf(parseSvg(wrap("<text>&#8364;&#x20ac;&nbsp;</text>")))).toBe("€€\u00a0");
  });
});
