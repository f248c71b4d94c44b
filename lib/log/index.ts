/** Structured logs: one JSON line each. Messages and fields never carry secrets, addresses of people, or query values. */
import { env } from "@/lib/env";

type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, string | number | boolean | null | undefined>;

const RANK: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Answers of mail servers and drivers quote both. A domain has a letter-only end, unlike the version of a package. */
const ADDRESS = /[\w.+'%-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi;
const SIGN_IN = /:\/\/[^\s/@"]+@/g;

function withoutPeople(_key: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replace(SIGN_IN, "://[sign-in]@").replace(ADDRESS, "[address]");
}

function write(level: Level, message: string, fields: Fields = {}, error?: unknown): void {
  if (RANK[level] < RANK[env().logLevel]) return;
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : {};
  const line = JSON.stringify(
    { at: new Date().toISOString(), level, message, ...fields, ...cause },
    withoutPeople,
  );
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
}

export const log = {
  debug: (message: string, fields?: Fields) => write("debug", message, fields),
  info: (message: string, fields?: Fields) => write("info", message, fields),
  warn: (message: string, fields?: Fields, error?: unknown) => write("warn", message, fields, error),
  error: (message: string, fields?: Fields, error?: unknown) => write("error", message, fields, error),
};
