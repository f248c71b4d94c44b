import { expect, test } from "vitest";
import { parseKeyExpression, readKey } from "./key-expression";

test("a path below event.data is understood", () => {
  expect(parseKeyExpression("event.data.workspaceId")).toEqual(["workspaceId"]);
  expect(parseKeyExpression(" event.data.report.id ")).toEqual(["report", "id"]);
});

test.each([
  "event.data",
  "event.id",
  "event.data.a + event.data.b",
  "event.data['a']",
  "'all'",
  "event.data.a.size()",
])("%s is refused", (expression) => expect(parseKeyExpression(expression)).toBeNull());

test("values become text, absent fields become null", () => {
  const data = { text: "a", number: 1, deep: { yes: true }, none: null };
  expect(readKey(["text"], data)).toBe("a");
  expect(readKey(["number"], data)).toBe("1");
  expect(readKey(["deep"], data)).toBe('{"yes":true}');
  expect(readKey(["deep", "yes"], data)).toBe("true");
  expect(readKey(["none"], data)).toBeNull();
  expect(readKey(["deep", "no", "further"], data)).toBeNull();
  expect(readKey(["constructor"], data)).toBeNull();
});
