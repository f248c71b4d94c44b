import { describe, expect, it } from "vitest";
import { domainRefusal } from "./allowed-domains";

describe("domainRefusal", () => {
  it("allows everything when no domain is named", () => expect(domainRefusal("a@x.example", [])).toBeNull());

  it.each(["a@harbor.example", "a@HARBOR.example"])("allows %s", (email) =>
    expect(domainRefusal(email, ["@Harbor.example", "partner.example"])).toBeNull(),
  );

  it.each(["a@other.example", "a@sub.harbor.example", "a@notharbor.example", "harbor.example@evil.example"])(
    "refuses %s with the address and the domains",
    (email) =>
      expect(domainRefusal(email, ["harbor.example", "partner.example"])).toBe(
        `${email} is outside the domains this workspace sends to (harbor.example, partner.example).`,
      ),
  );
});
