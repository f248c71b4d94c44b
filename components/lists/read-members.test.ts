import { describe, expect, it } from "vitest";
import { readMembers } from "./read-members";

describe("readMembers", () => {
  it.each([
    ["a name and an address", "Ada Lovelace <ada@x.example>", [["Ada Lovelace", "ada@x.example"]]],
    ["the address alone", "ada@x.example", [["", "ada@x.example"]]],
    ["a surname first", "Lovelace, Ada <ada@x.example>", [["Lovelace, Ada", "ada@x.example"]]],
    ["quotes", '"Lovelace, Ada" <ada@x.example>', [["Lovelace, Ada", "ada@x.example"]]],
    ["a line of a spreadsheet", "Ada Lovelace\tada@x.example", [["Ada Lovelace", "ada@x.example"]]],
    ["the address first", "ada@x.example; Ada Lovelace", [["Ada Lovelace", "ada@x.example"]]],
    ["a trailing comma", "Ada <ada@x.example>,", [["Ada", "ada@x.example"]]],
    ["brackets", "Ada Lovelace (ada@x.example)", [["Ada Lovelace", "ada@x.example"]]],
    [
      "lines",
      "Ada <ada@x.example>\r\n\r\nkim@x.example\n",
      [
        ["Ada", "ada@x.example"],
        ["", "kim@x.example"],
      ],
    ],
    [
      "several on a line",
      'Ada <ada@x.example>, "Hopper, Grace" <grace@x.example>; kim@x.example',
      [
        ["Ada", "ada@x.example"],
        ["Hopper, Grace", "grace@x.example"],
        ["", "kim@x.example"],
      ],
    ],
    [
      "addresses with spaces between",
      "ada@x.example kim@x.example",
      [
        ["", "ada@x.example"],
        ["", "kim@x.example"],
      ],
    ],
    ["what is no address", "Ada Lovelace", [["", "Ada Lovelace"]]],
  ])("reads %s", (_, text, expected) => {
    expect(readMembers(text).map(({ name, email }) => [name, email])).toEqual(expected);
  });
});
