import { describe, expect, it } from "vitest";
import { addedWords, matchingRows, memberProblems, newMembers } from "./member-rules";

const member = (email: string, name = "") => ({ email, name });

describe("members of the form", () => {
  it("are wrong when they are no address, and when they stand twice", () => {
    const problems = memberProblems([member("ada@x.example"), member("kim"), member(" ADA@x.example ")]);
    expect([...problems.keys()]).toEqual([1, 2]);
    expect(problems.get(1)).toMatch(/not an e-mail address/);
    expect(problems.get(2)).toMatch(/row 1 already/);
  });

  it("are added once, whatever their capitals", () => {
    const known = [member("ada@x.example")];
    const written = [member("ADA@x.example"), member("kim@x.example", "Kim"), member("kim@X.example")];
    expect(newMembers(known, written)).toEqual([member("kim@x.example", "Kim")]);
  });

  it("are counted in words", () => {
    expect(addedWords(12, 14)).toBe("12 added, 2 were on the list already.");
    expect(addedWords(1, 2)).toBe("1 added, one was on the list already.");
    expect(addedWords(3, 3)).toBe("3 added.");
    expect(addedWords(0, 1)).toBe("None added: one was on the list already.");
    expect(addedWords(0, 0)).toMatch(/no address/);
  });

  it("are found by name and by address, or by being wrong", () => {
    const members = [member("ada@x.example", "Ada Lovelace"), member("kim"), member("lee@x.example")];
    const problems = memberProblems(members);
    expect(matchingRows(members, "love", problems, false)).toEqual([0]);
    expect(matchingRows(members, "X.EXAMPLE", problems, false)).toEqual([0, 2]);
    expect(matchingRows(members, "", problems, true)).toEqual([1]);
  });
});
