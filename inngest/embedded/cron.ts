import { Cron } from "croner";

/** `TZ=Europe/Paris 0 9 * * 1`, in parts; without the prefix the time is UTC. */
export type CronTrigger = { source: string; pattern: string; zone: string };

/** Splits the text of a cron trigger and checks it. Throws an Error that says what is wrong with it. */
export function parseCron(source: string): CronTrigger {
  const match = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(source);
  const trigger = { source, pattern: match?.[2] ?? source, zone: match?.[1] ?? "UTC" };
  try {
    nextTick(trigger, new Date(0));
  } catch (cause) {
    throw new Error(
      `The cron "${source}" is not valid (${cause instanceof Error ? cause.message : String(cause)}). Write five fields, with a zone in front if you like: "TZ=Europe/Paris 0 9 * * 1".`,
    );
  }
  return trigger;
}

/** The first tick after `from`, or null when the pattern never comes again. */
export function nextTick(trigger: CronTrigger, from: Date): Date | null {
  return new Cron(trigger.pattern, { timezone: trigger.zone, mode: "5-part", paused: true }).nextRun(from);
}
