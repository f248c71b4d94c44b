import { describe, expect, it } from "vitest";
import { splitAddresses } from "./split-addresses";

describe("splitAddresses", () => {
  it.each([
    ["commas", "a@x.example,b@x.example", ["a@x.example", "b@x.example"]],
    ["commas and spaces", "a@x.example, b@x.example", ["a@x.example", "b@x.example"]],
    ["semicolons and lines", "a@x.example;\nb@x.example\n", ["a@x.example", "b@x.example"]],
    ["spaces", "  a@x.example   b@x.example ", ["a@x.example", "b@x.example"]],
    ["a name before the address", "Ada Lovelace <ada@x.example>", ["ada@x.example"]],
    [
      "quoted names with a comma",
      '"Lovelace, Ada" <ada@x.example>, "Hopper, Grace" <grace@x.example>',
      ["ada@x.example", "grace@x.example"],
    ],
    [
      "names and plain addresses",
      "Ada <ada@x.example>; grace@x.example",
      ["ada@x.example", "grace@x.example"],
    ],
    ["an address before a named one", "a@x.example Ada <b@x.example>", ["a@x.example", "b@x.example"]],
    ["links", "mailto:ada@x.example", ["ada@x.example"]],
    ["nothing", " ,; \n", []],
  ])("splits at %s", (_, text, expected) => {
    expect(splitAddresses(text)).toEqual(expected);
  });

  it("keeps what is no address, so that it can be shown as wrong", () => {
    expect(splitAddresses("ada@x.example, grace")).toEqual(["ada@x.example", "grace"]);
  });
});
