import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellLink, checkLinkTemplate } from "@/lib/charts/cell-link";

const link = (template: string, value: string | null) => cellLink(template, () => value);

describe("cellLink", () => {
  it("fills columns in, as parts of the address", () => {
    expect(link("https://crm.example/p/{{id}}?x=1", "a/b?c#d")).toBe(
      "https://crm.example/p/a%2Fb%3Fc%23d?x=1",
    );
    expect(link("/clinics/dashboards?clinic={{ clinic }}", "Nord & Süd")).toBe(
      "/clinics/dashboards?clinic=Nord%20%26%20S%C3%BCd",
    );
    expect(link("mailto:{{address}}", "a@b.example")).toBe("mailto:a%40b.example");
    expect(link("{{url}}", "https://example.com/a?b=c")).toBe("https://example.com/a?b=c");
  });
  it("is none without a value", () => {
    expect(link("https://crm.example/{{id}}", null)).toBeNull();
    expect(link("{{url}}", "")).toBeNull();
  });
  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "//evil.example/x",
    "/\\evil.example/x",
    "/\t/evil.example",
    "https://user:secret@evil.example",
    "not an address",
  ])("%j is no link", (value) => {
    expect(link("{{url}}", value)).toBeNull();
  });
  it("whatever a cell holds, a link goes to the site its template names", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const address = link("https://crm.example/p/{{id}}", value);
        expect(address === null || new URL(address).origin === "https://crm.example").toBe(true);
      }),
    );
  });
  it("whatever an address column holds, it is http, https, mailto or a path", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.constant("javascript:1")),
        (value) => {
          const address = link("{{url}}", value);
          expect(address === null || /^(https?:\/\/|mailto:|\/(?![/\\]))/.test(address)).toBe(true);
        },
      ),
    );
  });
});

describe("checkLinkTemplate", () => {
  it("accepts addresses, paths and a column alone", () => {
    for (const template of ["https://a.example/{{x}}", "mailto:{{x}}", "/here/{{x}}", "{{url}}"])
      expect(checkLinkTemplate(template)).toBeNull();
  });
  it("says what is wrong with others", () => {
    expect(checkLinkTemplate("javascript:{{x}}")).toMatch(/^"javascript:\{\{x\}\}" is not an address/);
    expect(checkLinkTemplate("{{a}}{{b}}")).not.toBeNull();
    expect(checkLinkTemplate(" ")).toBe("Write an address, or leave the link out.");
  });
});
