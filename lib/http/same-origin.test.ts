import { expect, test } from "vitest";
import { requireSameOrigin } from "./same-origin";

const HOST = "reports.harbor.example";

function check(origin: string | null, headers: Record<string, string> = { host: HOST }): void {
  requireSameOrigin(
    new Request("http://ignored.example/api/v1/figures", {
      method: "POST",
      headers: { ...headers, ...(origin === null ? {} : { origin }) },
    }),
  );
}

test("our own pages may change things, also behind a proxy", () => {
  check(`https://${HOST}`);
  check(`https://${HOST}`, { host: "web:3000", "x-forwarded-host": HOST });
});

test.each([
  null,
  "null",
  "",
  "nonsense",
  "https://evil.example",
  `https://${HOST}.evil.example`,
  `https://evil.example/${HOST}`,
  `https://${HOST}:8443`,
  `https://${HOST}@evil.example`,
  "file://",
])("a request from the origin %j is refused", (origin) => {
  expect(() => check(origin)).toThrowError(expect.objectContaining({ code: "forbidden" }));
});

test("a request that names no host at all is refused, whatever its origin", () => {
  for (const origin of ["null", "file://", `https://${HOST}`])
    expect(() => check(origin, {})).toThrowError(expect.objectContaining({ code: "forbidden" }));
});
