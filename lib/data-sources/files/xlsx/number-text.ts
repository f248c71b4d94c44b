/** Excel shows 15 digits; the file keeps the double, e.g. 19.989999999999998 for 19.99. Without an exponent. */
export function numberText(raw: string): string {
  const value = Number(Number(raw).toPrecision(15));
  if (!Number.isFinite(value)) return raw;
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const exponent = Number(power);
  // Neither is money or a count: left in its short form.
  if (Math.abs(exponent) > 30) return text;
  const digits = first + rest;
  return exponent < 0
    ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}`
    : `${sign}${digits.padEnd(exponent + 1, "0")}`;
}
