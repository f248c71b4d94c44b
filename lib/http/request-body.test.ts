import { expect, test } from "vitest";
import { readJson } from "./request-body";

const request = (body: string) => new Request("http://localhost/api/v1/figures", { method: "POST", body });

test("reads JSON", async () => {
  expect(await readJson(request('{"a":1}'))).toEqual({ a: 1 });
});

test.each(["", "{", "secret=hunter2", "\u0000"])(
  "%j is the caller's mistake, and is not repeated",
  async (body) => {
    const error: unknown = await readJson(request(body)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "invalid_input" });
    expect(String(error)).not.toContain("hunter2");
  },
);

test("a body that is larger than any input is refused before it is read to its end", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
    },
  });
  const large = new Request("http://localhost/", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  await expect(readJson(large)).rejects.toMatchObject({ code: "invalid_input" });
  expect(sent).toBeLessThan(20);
});
