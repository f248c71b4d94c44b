import { beforeAll, expect, test, vi } from "vitest";
import { log } from "./index";

beforeAll(() => {
  Object.assign(process.env, {
    ENCRYPTION_KEY: "a key",
    NEXTAUTH_SECRET: "another",
    APP_DATABASE_URL: "postgresql://localhost/x",
  });
});

function logged(write: () => void): string {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  write();
  spy.mockRestore();
  return lines.join("");
}

test("a line is JSON with the error's message and where it was thrown", () => {
  const line = logged(() => log.error("It failed.", { runId: "r1" }, new Error("No.")));
  expect(JSON.parse(line)).toMatchObject({
    level: "error",
    message: "It failed.",
    runId: "r1",
    error: "No.",
  });
  expect(line).toContain("log.test.ts");
});

test("addresses of people and sign-ins of servers stay out, whoever put them into a message", () => {
  const error = new Error(
    "450 4.2.1\n<Ada.O'Hara+x@mail.harbor.example> is full\nlee@harbor.example; postgresql://app:s3cr%3At@db:5432/x",
  );
  const line = logged(() =>
    log.warn("It failed for bob@harbor.example", { error: "kim@harbor.example" }, error),
  );
  expect(line).not.toMatch(/harbor\.example|s3cr|Ada|bob|kim|lee/);
  expect(JSON.parse(line)).toMatchObject({
    error: "450 4.2.1\n<[address]> is full\n[address]; postgresql://[sign-in]@db:5432/x",
  });
});

test("packages of a scope and versions keep their names", () => {
  const line = logged(() => log.warn("at /app/node_modules/@prisma/client/x.js of next@16.4.5"));
  expect(line).toContain("/app/node_modules/@prisma/client/x.js of next@16.4.5");
});
