/**
 * What a number measures. `percent` values are fractions (0.118 is 11.8 %); `currency:EUR` are major units;
 * `days` and `hours` are decimal counts of them.
 */
export type Unit = "count" | "number" | "percent" | "days" | "hours" | "score" | `currency:${string}`;

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
