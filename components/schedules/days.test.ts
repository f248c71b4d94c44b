import { describe, expect, it } from "vitest";
import { dayIn, endOfDay, startOfDay } from "./days";

describe("days of a schedule", () => {
  it("start and end with the day of the zone", () => {
    expect(startOfDay("Europe/Berlin", "2026-11-23")).toBe("2026-11-22T23:00:00.000Z");
    expect(endOfDay("Europe/Berlin", "2026-11-23")).toBe("2026-11-23T22:59:59.999Z");
    expect(startOfDay("America/New_York", "2026-11-23")).toBe("2026-11-23T05:00:00.000Z");
  });

  it("are 23 or 25 hours long when the clocks change", () => {
    expect(startOfDay("Europe/Berlin", "2027-03-28")).toBe("2027-03-27T23:00:00.000Z");
    expect(endOfDay("Europe/Berlin", "2027-03-28")).toBe("2027-03-28T21:59:59.999Z");
    expect(endOfDay("Europe/Berlin", "2026-10-25")).toBe("2026-10-25T22:59:59.999Z");
  });

  it.each(["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC"])(
    "are read back in %s",
    (zone) => {
      expect(dayIn(zone, startOfDay(zone, "2027-01-31"))).toBe("2027-01-31");
      expect(dayIn(zone, endOfDay(zone, "2027-01-31"))).toBe("2027-01-31");
    },
  );

  it("are empty when nothing is chosen", () => {
    expect(startOfDay("UTC", "")).toBeNull();
    expect(dayIn("UTC", null)).toBe("");
  });
});
