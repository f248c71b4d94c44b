import { InvalidInputError } from "@/lib/errors";
import { nextRun } from "./next-run";

const EXAMPLE = "Example: 30 7 * * 1-5 runs on weekdays at 07:30.";
const ZONE_EXAMPLE = "Example: Europe/Berlin.";

const FIELDS = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day of the month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12 },
  { name: "day of the week", from: 0, to: 7 },
] as const;

/** Throws InvalidInputError that names the field that is wrong, with an example. */
export function checkCron(cron: string, now: Date): void {
  const problem = cronProblem(cron, now);
  if (problem) throw timingError("cron", `"${cron}" is not a time to run: ${problem} ${EXAMPLE}`);
}

/** Throws InvalidInputError for anything but the name of a time zone. */
export function checkZone(zone: string): void {
  if (!isZone(zone)) throw timingError("zone", `"${zone}" is not a time zone. ${ZONE_EXAMPLE}`);
}

/** Both, the zone first: a time means nothing without its zone. */
export function checkTiming({ cron, zone }: { cron: string; zone: string }, now: Date): void {
  checkZone(zone);
  checkCron(cron, now);
}

function timingError(field: "cron" | "zone", message: string): InvalidInputError {
  return new InvalidInputError(message, { fields: { [field]: message } });
}

function cronProblem(cron: string, now: Date): string | null {
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== FIELDS.length)
    return `it has ${parts.length} ${parts.length === 1 ? "field" : "fields"}, not five (minute, hour, day of the month, month, day of the week).`;
  for (const [index, field] of FIELDS.entries()) {
    const part = parts[index] ?? "";
    const value = numbersIn(part).find((number) => number < field.from || number > field.to);
    if (value !== undefined)
      return `the ${field.name} is "${part}", but goes from ${field.from} to ${field.to}.`;
  }
  try {
    if (nextRun({ cron, zone: "UTC", after: now }) === null) return "its date never comes.";
  } catch (error) {
    return `${(error instanceof Error ? error.message : String(error)).replace(/^CronPattern: /, "").replace(/\.?$/, ".")}`;
  }
  return null;
}

/** The plain numbers of a field; steps (`/5`) and occurrences (`#2`) have ranges of their own. */
function numbersIn(part: string): number[] {
  return part
    .split(",")
    .flatMap((entry) => (entry.split(/[/#]/)[0] ?? "").split("-"))
    .filter((text) => /^\d+$/.test(text))
    .map(Number);
}

function isZone(zone: string): boolean {
  // An offset has no rule for when clocks change, so it is not a place to schedule in.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
