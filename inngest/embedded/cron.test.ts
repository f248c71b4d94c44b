import { expect, test } from "vitest";
import { nextTick, parseCron } from "./cron";

test("the zone in front decides when nine o'clock is", () => {
  const from = new Date("2025-07-01T00:00:00Z");
  expect(nextTick(parseCron("TZ=Europe/Paris 0 9 * * *"), from)).toEqual(new Date("2025-07-01T07:00:00Z"));
  expect(nextTick(parseCron("0 9 * * *"), from)).toEqual(new Date("2025-07-01T09:00:00Z"));
});

test("a tick is strictly after the instant asked about", () => {
  const tick = new Date("2025-07-01T09:00:00Z");
  expect(nextTick(parseCron("0 9 * * *"), tick)).toEqual(new Date("2025-07-02T09:00:00Z"));
});

test.each(["61 * * * *", "TZ=Mars/Olympus 0 9 * * *", "* * * * * *", "often"])("%s is refused", (source) =>
  expect(() => parseCron(source)).toThrow(`The cron "${source}" is not valid`),
);
