import { describe, expect, it } from "vitest";
import { mailDocument } from "./mail-document";

const PNG = "data:image/png;base64,iVBORw0=";

describe("mailDocument", () => {
  it("puts the policy before anything that could load", () => {
    const page = mailDocument(
      '<!doctype html><html><head lang="en"><style></style></head><body></body></html>',
      {},
    );
    expect(page).toMatch(/^<!doctype html><html><head lang="en"><meta http-equiv="Content-Security-Policy"/);
    expect(page).toContain("default-src 'none'; img-src data:;");
  });

  it("does so in a page without a head, and is not misled by a header", () => {
    expect(mailDocument("<header>Hello</header>", {})).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
  });

  it("shows the images that came with the mail", () => {
    const page = mailDocument(`<img src="cid:chart-1@x"><td background='cid:a%2Bb'>`, {
      "chart-1@x": PNG,
      "a+b": `${PNG}2`,
    });
    expect(page).toContain(`<img src="${PNG}">`);
    expect(page).toContain(`background='${PNG}2'`);
  });

  it("leaves an image that did not come as it is", () => {
    expect(mailDocument('<img src="cid:gone" alt="Revenue">', {})).toContain('src="cid:gone"');
    expect(mailDocument('<img src="cid:100%">', {})).toContain('src="cid:100%"');
  });

  it("opens links in a tab that cannot reach back, whatever the mail says", () => {
    const page = mailDocument('<a href="https://x.example" target="_top">x</a><abbr>y</abbr><A>z</A>', {});
    expect(page).toContain(
      '<a target="_blank" rel="noopener noreferrer" href="https://x.example" target="_top">',
    );
    expect(page).toContain("<abbr>y</abbr>");
    expect(page.match(/rel="noopener noreferrer"/g)).toHaveLength(2);
  });
});
