import cronstrue from "cronstrue";

/** In words: "At 07:30, Monday through Friday, Europe/Berlin". A pattern that cannot be read is shown as it is. */
export function describeTiming(cron: string, zone: string): string {
  return `${describeCron(cron)}, ${zone.replaceAll("_", " ")}`;
}

function describeCron(cron: string): string {
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: false });
  } catch {
    // It throws texts, not errors, for a few patterns that are valid.
    return `At "${cron}"`;
  }
}
