import { describe, expect, it } from "vitest";
import { addressOf, senderAddress } from "./addresses";

const FROM = "Broadsheet <reports@broadsheet.example>";

describe("senderAddress", () => {
  it.each([
    [null, FROM],
    ["Harbor Health", "Harbor Health <reports@broadsheet.example>"],
    ['Harbor, "Health"', '"Harbor, \\"Health\\"" <reports@broadsheet.example>'],
    ["Two\r\nBcc: eve@evil.example", '"Two Bcc: eve@evil.example" <reports@broadsheet.example>'],
  ])("%j", (name, address) => expect(senderAddress(FROM, name)).toBe(address));
});

describe("addressOf", () => {
  it.each([FROM, "reports@broadsheet.example"])("%s", (from) =>
    expect(addressOf(from)).toBe("reports@broadsheet.example"),
  );
});
