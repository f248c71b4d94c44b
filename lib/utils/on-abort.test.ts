import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { onAbort } from "./on-abort";

test("everybody who still waits is told, once, under one listener of the signal", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const takeBack = Array.from({ length: 30 }, (_, index) =>
    onAbort(controller.signal, () => told.push(index)),
  );
  for (const leave of takeBack.slice(3)) leave();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort();
  controller.abort();
  expect(told).toEqual([0, 1, 2]);
});
