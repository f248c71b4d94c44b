import { describe, expect, it } from "vitest";
import { formatDay, formatDayTime } from "./day-time";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };

describe("formatDayTime", () => {
  it("leaves out the present year", () => {
    expect(formatDayTime("2026-11-23T06:30:00Z", "2026-11-20T09:00:00Z", berlin)).toBe("Mon 23 Nov, 07:30");
    expect(formatDayTime("2027-01-04T06:30:00Z", "2026-11-20T09:00:00Z", berlin)).toBe(
      "Mon 4 Jan 2027, 07:30",
    );
  });

  it("reads the year in the zone, for both moments", () => {
    const newYear = "2026-12-31T23:30:00Z";
    expect(formatDay(newYear, newYear, berlin)).toBe("Fri 1 Jan");
    expect(formatDay(newYear, newYear, { ...berlin, zone: "UTC" })).toBe("Thu 31 Dec");
    expect(formatDay(newYear, "2026-12-31T22:30:00Z", berlin)).toBe("Fri 1 Jan 2027");
  });
});
