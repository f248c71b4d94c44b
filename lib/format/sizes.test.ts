import { expect, it } from "vitest";
import { formatBytes, formatDuration } from "@/lib/format/sizes";

const en = { locale: "en-GB" };
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

it.each([
  [0, "0 B"],
  [820, "820 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [1_449_000, "1.4 MB"],
  [999_960, "1 MB"],
  [5_000_000_000, "5 GB"],
])("%d bytes print %s", (bytes, expected) => {
  expect(spaced(formatBytes(bytes, en))).toBe(expected);
});

it.each([
  [0, "0 ms"],
  [840, "840 ms"],
  [999.7, "1 s"],
  [3240, "3.2 s"],
  [59_960, "1 min"],
  [125_000, "2 min 5 s"],
  [3_599_700, "1 h"],
  [4_320_000, "1 h 12 min"],
  [86_399_999, "1 d"],
  [273_600_000, "3 d 4 h"],
  [-3240, "−3.2 s"],
])("%d ms print %s", (ms, expected) => {
  expect(spaced(formatDuration(ms, en))).toBe(expected);
});
