import { expect, test } from "vitest";
import { fileResponse } from "./file-response";

const send = (fileName: string, contentType = "text/csv") =>
  fileResponse({ bytes: Buffer.from("x"), contentType, fileName });

test("a name keeps its letters, and nothing in it ends the header or adds another", () => {
  const disposition = send('Größe "a"; filename=b.exe\r\nSet-Cookie: x=1\\.csv').headers.get(
    "content-disposition",
  );
  expect(disposition).toBe(
    "attachment; filename=\"Gr__e _a_; filename=b.exe__Set-Cookie: x=1_.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22a%22%3B%20filename%3Db.exe%0D%0ASet-Cookie%3A%20x%3D1%5C.csv",
  );
});

test("a name cut in the middle of an emoji still names the file", () => {
  const name = `${"x".repeat(119)}📈`.slice(0, 120);
  expect(send(`${name}.csv`).headers.get("content-disposition")).toContain(`${"x".repeat(119)}%EF%BF%BD.csv`);
});

test.each([
  ["application/pdf", "inline"],
  ["image/png", "inline"],
  ["text/html; charset=utf-8", "attachment"],
  ["image/svg+xml", "attachment"],
  ["application/xhtml+xml", "attachment"],
  ["", "attachment"],
])("%s is %s: what could run in our origin is never shown", (contentType, disposition) => {
  const { headers } = send("report", contentType);
  expect(headers.get("content-disposition")).toMatch(new RegExp(`^${disposition};`));
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
