import cronstrue from "cronstrue";
import { presetOf, presetWords } from "./timing-preset";

/** In words: "Every weekday at 07:30, Europe/Berlin". A pattern that cannot be read is shown as it is. */
export function describeTiming(cron: string, zone: string): string {
  return `${describeCron(cron)}, ${zone.replaceAll("_", " ")}`;
}

function describeCron(cron: string): string {
  const preset = presetOf(cron);
  if (preset) return presetWords(preset);
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: false });
  } catch {
    // It throws texts, not errors, for a few patterns that are valid.
    return `At "${cron}"`;
  }
}
