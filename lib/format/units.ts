/**
 * What a number measures. `percent` values are fractions (0.118 is 11.8 %); `currency:EUR` are major units;
 * `days` and `hours` are decimal counts of them, printed as such; a `duration` is counted in what follows it and
 * printed in hours and minutes ("3 h 20 min"), a `clock` as a clock would show it ("03:20").
 */
export type Unit =
  | "count"
  | "number"
  | "percent"
  | "days"
  | "hours"
  | "score"
  | `currency:${string}`
  | DurationUnit;

/** What the numbers of a duration count. */
export type DurationBase = "seconds" | "minutes" | "hours";
export type DurationUnit = `${"duration" | "clock"}:${DurationBase}`;

/** How durations are called where a unit is chosen. */
export const DURATION_UNITS = {
  "duration:seconds": "Duration, 3 h 20 min (from seconds)",
  "duration:minutes": "Duration, 3 h 20 min (from minutes)",
  "duration:hours": "Duration, 3 h 20 min (from hours)",
  "clock:seconds": "Duration, 02:05 (from seconds)",
  "clock:minutes": "Duration, 02:05 (from minutes)",
  "clock:hours": "Duration, 02:05 (from hours)",
} as const satisfies Record<DurationUnit, string>;

export function isDuration(unit: Unit): unit is DurationUnit {
  return unit.startsWith("duration:") || unit.startsWith("clock:");
}

const SECONDS_IN = { seconds: 1, minutes: 60, hours: 3600 } as const satisfies Record<DurationBase, number>;

export function baseOf(unit: DurationUnit): DurationBase {
  return unit.slice(unit.indexOf(":") + 1) as DurationBase;
}

/** How many seconds one of the unit is. */
export function secondsIn(unit: DurationUnit): number {
  return SECONDS_IN[baseOf(unit)];
}

/** What stands beside a number that is written without its unit: "EUR", "minutes", "percent". */
export function unitWord(unit: Unit): string {
  return isDuration(unit) ? baseOf(unit) : unit.replace("currency:", "");
}

/** In the place of a unit, where a figure is no number. */
export const MOMENT_WORDS = { date: "date", timestamp: "time" } as const;

/** The currencies that people choose from; any other ISO 4217 code is understood too. */
export const CURRENCIES: readonly string[] = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "JPY",
  "CAD",
  "AUD",
];
