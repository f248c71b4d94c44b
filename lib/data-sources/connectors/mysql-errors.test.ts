import { describe, expect, it } from "vitest";
import { describeConnectFailure, errorPosition } from "./mysql-errors";

const syntax = (near: string, line: number) =>
  `You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near '${near}' at line ${line}`;

describe("errorPosition", () => {
  it("is where the named text stands, counted from its line", () => {
    const text = "SELECT a, FROM t\nWHERE a, FROM b";
    expect(errorPosition(syntax("FROM t\nWHERE a, FROM b", 1), text)).toBe(11);
    expect(errorPosition(syntax(", FROM b", 2), text)).toBe(25);
    expect(errorPosition(syntax("it's 'odd'", 1), "SELECT it's 'odd'")).toBe(8);
  });

  it("is the end when nothing follows, and unknown for other errors", () => {
    expect(errorPosition(syntax("", 1), "SELECT 1 FROM ")).toBe(14);
    expect(errorPosition("Table 'x.y' doesn't exist", "SELECT 1 FROM y")).toBeUndefined();
  });
});

describe("describeConnectFailure", () => {
  it("names the step and what to do", () => {
    expect(describeConnectFailure({ errno: 1049, sqlMessage: "Unknown database" }, "sign in")).toEqual({
      step: "sign in",
      message: "There is no database of this name on the server.",
    });
    expect(describeConnectFailure({ code: "ECONNREFUSED" }, "connect").step).toBe("connect");
    expect(describeConnectFailure({ code: "ETIMEDOUT" }, "sign in").message).toMatch(/listens on this port/);
    const refusal = { code: "EREFUSEDADDRESS", message: "10.0.0.1 is a private address." };
    expect(describeConnectFailure(refusal, "resolve")).toEqual({ step: "resolve", message: refusal.message });
  });
});
