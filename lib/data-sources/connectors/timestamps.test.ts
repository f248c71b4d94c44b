import { describe, expect, it } from "vitest";
import { readDate, readTimestamp } from "./timestamps";

describe("readTimestamp", () => {
  it.each([
    ["2026-10-01 00:00:00+02", "2026-09-30T22:00:00.000Z"],
    ["2026-10-01 00:00:00.123456-03:30", "2026-10-01T03:30:00.123Z"],
    ["1890-01-01 00:00:00+00:53:28", "1889-12-31T23:06:32.000Z"],
    ["2026-10-01 12:00:00.5+00", "2026-10-01T12:00:00.500Z"],
  ])("reads an instant: %s", (text, iso) => {
    expect(readTimestamp(text, "Asia/Tokyo")).toBe(iso);
  });

  it("reads the instants of one hour alike, however often it was seen", () => {
    for (const offsetHours of [-11, -1, 0, 1, 13])
      for (let n = 0; n < 200; n += 1) {
        const iso = new Date(Date.UTC(2023, 11, 31, 20) + n * 97_003).toISOString();
        const wall = new Date(Date.parse(iso) + offsetHours * 3_600_000).toISOString();
        const fraction = wall.slice(20, 23).replace(/0+$/, "");
        const offset = `${offsetHours < 0 ? "-" : "+"}${String(Math.abs(offsetHours)).padStart(2, "0")}`;
        const text = `${wall.slice(0, 10)} ${wall.slice(11, 19)}${fraction ? `.${fraction}` : ""}${offset}`;
        expect(readTimestamp(text, "Europe/Berlin"), text).toBe(iso);
      }
    expect(readTimestamp("2026-10-01 12:00:00.123456+00", "UTC")).toBe("2026-10-01T12:00:00.123Z");
    expect(readTimestamp("10000-10-01 12:00:00+00", "UTC")).toBe("+010000-10-01T12:00:00.000Z");
  });

  it("reads a wall time in the zone, on both sides of clock changes", () => {
    expect(readTimestamp("2026-10-01 00:00:00", "Europe/Berlin")).toBe("2026-09-30T22:00:00.000Z");
    expect(readTimestamp("2026-12-01 00:00:00", "Europe/Berlin")).toBe("2026-11-30T23:00:00.000Z");
    expect(readTimestamp("2026-10-01 00:00:00", "America/New_York")).toBe("2026-10-01T04:00:00.000Z");
    // 25 October 2026: 02:30 happens twice, PostgreSQL takes standard time; 03:00 happens once.
    expect(readTimestamp("2026-10-25 01:59:00", "Europe/Berlin")).toBe("2026-10-24T23:59:00.000Z");
    expect(readTimestamp("2026-10-25 02:30:00", "Europe/Berlin")).toBe("2026-10-25T01:30:00.000Z");
    expect(readTimestamp("2026-10-25 03:00:00", "Europe/Berlin")).toBe("2026-10-25T02:00:00.000Z");
    // 29 March 2026: 02:30 does not happen; it is read as 03:30 summer time.
    expect(readTimestamp("2026-03-29 01:59:00", "Europe/Berlin")).toBe("2026-03-29T00:59:00.000Z");
    expect(readTimestamp("2026-03-29 02:30:00", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(readTimestamp("2026-03-29 03:00:00", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("has no value for infinity and years before Christ", () => {
    for (const text of ["infinity", "-infinity", "0044-03-15 12:00:00 BC"])
      expect(readTimestamp(text, "UTC")).toBeNull();
    expect(readDate("infinity")).toBeNull();
    expect(readDate("2026-10-01")).toBe("2026-10-01");
  });
});
