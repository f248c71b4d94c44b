/**
 * What a number measures. `percent` values are fractions (0.118 is 11.8 %); `currency:EUR` are major units;
 * `days` and `hours` are decimal counts of them.
 */
export type Unit = "count" | "number" | "percent" | "days" | "hours" | "score" | `currency:${string}`;
