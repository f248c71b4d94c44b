import { expect, test } from "vitest";
import { relativeTimeText } from "./relative-time-text";

const now = "2026-11-03T12:00:00Z";

test.each([
  ["2026-11-03T11:59:45Z", "just now"],
  ["2026-11-03T11:59:20Z", "1 minute ago"],
  ["2026-11-03T11:01:00Z", "59 minutes ago"],
  ["2026-11-03T10:10:00Z", "1 hour ago"],
  ["2026-11-03T14:05:00Z", "in 2 hours"],
  ["2026-11-02T11:00:00Z", "yesterday"],
  ["2026-11-04T13:00:00Z", "tomorrow"],
  ["2026-10-29T11:00:00Z", "5 days ago"],
  ["2026-10-01T11:00:00Z", "1 Oct"],
  ["2025-12-24T11:00:00Z", "24 Dec 2025"],
])("%s is %s", (at, text) => {
  expect(relativeTimeText(at, now, { zone: "Europe/Berlin", locale: "en-GB" })).toBe(text);
});

test("a date is the day of the reader's zone", () => {
  const lateEvening = "2026-10-01T23:30:00Z";
  expect(relativeTimeText(lateEvening, now, { zone: "Europe/Berlin", locale: "en-GB" })).toBe("2 Oct");
  expect(relativeTimeText(lateEvening, now, { zone: "America/New_York", locale: "en-GB" })).toBe("1 Oct");
});
