import { describe, expect, it } from "vitest";
import { encodedSize, fitAttachments } from "./encoded-size";

const MB = 1024 * 1024;
const file = (name: string, bytes: number) => ({ name, bytes });
const names = (files: { name: string }[]) => files.map(({ name }) => name).join(" ");

describe("encodedSize", () => {
  it("is never less than what Node makes of the bytes", () => {
    for (const bytes of [0, 1, 2, 3, 57, 58, 1000, 99_999]) {
      const base64 = Buffer.alloc(bytes).toString("base64");
      const lines = base64.replace(/.{1,76}/g, "$&\r\n");
      expect(encodedSize(bytes)).toBeGreaterThanOrEqual(lines.length);
      expect(encodedSize(bytes) - lines.length).toBeLessThan(500);
    }
  });
});

describe("fitAttachments", () => {
  it("attaches everything that fits", () => {
    const { attached, linked } = fitAttachments([file("pdf", 5 * MB), file("xlsx", 5 * MB)], {
      budgetBytes: 20 * MB,
      fixedBytes: 0,
    });
    expect([names(attached), names(linked)]).toEqual(["pdf xlsx", ""]);
  });

  it("counts the encoded size: 15.5 MB do not fit into 20 MB once they are base64", () => {
    const fit = (bytes: number) =>
      fitAttachments([file("pdf", bytes)], { budgetBytes: 20 * MB, fixedBytes: 0 }).attached.length;
    expect(fit(14.5 * MB)).toBe(1);
    expect(fit(15.5 * MB)).toBe(0);
  });

  it("leaves the room of a large file to the smaller ones after it", () => {
    const { attached, linked } = fitAttachments([file("csv", 18 * MB), file("pdf", 2 * MB)], {
      budgetBytes: 20 * MB,
      fixedBytes: MB,
    });
    expect([names(attached), names(linked)]).toEqual(["pdf", "csv"]);
  });

  it("links everything when the text and its images fill the mail", () => {
    const { attached, linked } = fitAttachments([file("csv", 10)], { budgetBytes: MB, fixedBytes: 2 * MB });
    expect([names(attached), names(linked)]).toEqual(["", "csv"]);
  });
});
