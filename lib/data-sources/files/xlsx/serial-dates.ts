/** Excel's day numbers and the number formats that show them as dates (ECMA-376 part 1, 18.8.30 and 18.17.4). */

export type DateKind = "date" | "time" | "timestamp";

const BUILT_IN: Record<number, DateKind> = {
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "timestamp",
  45: "time",
  46: "time",
  47: "time",
};

/** null when numbers in the format are numbers. `code` is the workbook's own format. */
export function dateKindOf(id: number, code: string | undefined): DateKind | null {
  if (code === undefined)
    return BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "date" : null);
  const [first = ""] = code.split(";");
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/general/gi, "")
    .replace(/AM\/PM|A\/P/gi, "")
    .toLowerCase();
  const hasDay =
    /[yd]/.test(letters) ||
    /(^|[^:hs\]])m{1,5}($|[^:\ds\]])/.test(letters.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, "t"));
  const hasTime = /[hs]/.test(letters);
  if (hasDay) return hasTime ? "timestamp" : "date";
  return hasTime ? "time" : null;
}

const DAY_MS = 86_400_000;
/** Day 1 of the 1900 system is 1 January 1900; of the 1904 system, day 0 is 1 January 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last day Excel knows: 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * `YYYY-MM-DD`, with ` HH:MM:SS[.mmm]` when there is a time of day, or the time alone. The 1900 system counts a
 * 29 February 1900 that never was: it is printed as such, and days after it are one less. null out of range.
 */
export function serialText(serial: number, kind: DateKind, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_DAY + 1) return null;
  let day = Math.floor(serial);
  let ms = Math.round((serial - day) * DAY_MS);
  if (ms === DAY_MS) {
    day += 1;
    ms = 0;
  }
  const time = new Date(ms).toISOString().slice(11, ms % 1000 === 0 ? 19 : 23);
  if (kind === "time" && day === 0) return time;
  const date = dayText(day, is1904);
  return ms === 0 ? date : `${date} ${time}`;
}

function dayText(day: number, is1904: boolean): string {
  if (!is1904 && day === 60) return "1900-02-29";
  const days = !is1904 && day > 60 ? day - 1 : day;
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS).toISOString().slice(0, 10);
}
