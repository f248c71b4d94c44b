import { expect, test } from "vitest";
import { asTheyCome } from "./as-they-come";

test("whoever is ready first is read first", async () => {
  let finish = (_value: string) => undefined as void;
  const slow = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const read = asTheyCome([slow, Promise.resolve("quick")]);
  expect(await read.next()).toEqual({ done: false, value: "quick" });
  finish("slow");
  expect(await read.next()).toEqual({ done: false, value: "slow" });
  expect(await read.next()).toMatchObject({ done: true });
});
