import type { ChartTheme } from "@/lib/charts/palette";

const DASHES = [undefined, "6 3", "2 2", "8 3 2 3", "4 2", "1 3"];

/** Lines that differ by more than colour, for paper printed in black and white. */
export function strokeDash(theme: ChartTheme, color: number): string | undefined {
  return theme.dashedLines ? DASHES[color % DASHES.length] : undefined;
}
