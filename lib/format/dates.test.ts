import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatRange,
  formatTime,
  zoneName,
  zoneOffset,
} from "@/lib/format/dates";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };

describe("formatDateTime", () => {
  it("names the city of the zone", () => {
    expect(formatDateTime("2026-11-20T05:00:00Z", berlin)).toBe("20 Nov 2026, 06:00 Berlin");
    expect(formatDateTime("2026-11-20T05:00:00Z", { ...berlin, zone: "America/New_York" })).toBe(
      "20 Nov 2026, 00:00 New York",
    );
  });
  it("names zones without a city by their offset", () => {
    expect(zoneName("2026-11-20T05:00:00Z", { ...berlin, zone: "UTC" })).toBe("UTC");
    expect(zoneName("2026-11-20T05:00:00Z", { ...berlin, zone: "Etc/GMT-2" })).toBe("GMT+2");
    expect(zoneName("2026-11-20T05:00:00Z", { ...berlin, zone: "America/Argentina/Buenos_Aires" })).toBe(
      "Buenos Aires",
    );
  });
  it("uses the clock people of the locale use", () => {
    expect(formatDateTime("2026-11-20T05:00:00Z", { ...berlin, locale: "en-US" })).toBe(
      "Nov 20, 2026, 6:00 AM Berlin",
    );
    expect(formatTime("2026-11-20T05:00:00Z", { ...berlin, locale: "fr-FR" })).toBe("06:00");
  });
  it("reads the same instant an hour apart on either side of a clock change", () => {
    expect(formatTime("2026-10-25T00:30:00Z", berlin)).toBe("02:30");
    expect(formatTime("2026-10-25T01:30:00Z", berlin)).toBe("02:30");
    expect(zoneOffset("2026-10-25T00:30:00Z", berlin)).toBe("GMT+2");
    expect(zoneOffset("2026-10-25T01:30:00Z", berlin)).toBe("GMT+1");
  });
});

describe("formatDate", () => {
  it("keeps a bare date on its day in every zone", () => {
    expect(formatDate("2026-10-01", { ...berlin, zone: "America/Los_Angeles" })).toBe("1 Oct 2026");
    expect(formatDate("2026-10-01", { ...berlin, zone: "Pacific/Auckland" })).toBe("1 Oct 2026");
  });
  it("reads an instant in the zone", () => {
    expect(formatDate("2026-09-30T22:30:00Z", berlin)).toBe("1 Oct 2026");
  });
  it("refuses what is no date", () => {
    expect(() => formatDate("soon", berlin)).toThrow('"soon" is not a date');
  });
});

describe("formatRange", () => {
  it.each([
    ["2026-10-01", "2026-10-31", "1–31 October 2026"],
    ["2026-09-28", "2026-10-04", "28 September – 4 October 2026"],
    ["2025-12-29", "2026-01-04", "29 December 2025 – 4 January 2026"],
    ["2026-10-01", "2026-10-01", "1 October 2026"],
  ])("%s to %s", (from, to, expected) => {
    expect(formatRange(from, to, berlin)).toBe(expected);
  });
  it("reads instants in the zone, beside bare dates", () => {
    expect(formatRange("2026-09-30T22:00:00Z", "2026-10-31", berlin)).toBe("1–31 October 2026");
  });
  it("follows the locale", () => {
    expect(formatRange("2026-10-01", "2026-10-31", { ...berlin, locale: "en-US" })).toBe(
      "October 1–31, 2026",
    );
    expect(formatRange("2026-10-01", "2026-10-31", { ...berlin, locale: "de-DE" })).toBe(
      "1.–31. Oktober 2026",
    );
  });
});
