import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { ClickHouseLogLevel, type ClickHouseSettings, createClient } from "@clickhouse/client";
import { guardedAgent } from "./clickhouse-agent";
import type { Credentials, OpenServer, Statement } from "./types";

type Client = ReturnType<typeof createClient>;

/** A client of one source, and what its user may set: 0 everything, 1 nothing, 2 everything but `readonly`. */
export type ClickhouseClient = { client: Client; readonly?: Promise<number> };

/** A day: how long a server may be silent is decided by the time limit of each statement. */
const SILENCE_LIMIT_MS = 86_400_000;

/** Cells as JSON without losing a digit; instants in UTC. */
const FORMAT: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_decimals: 1,
  output_format_json_quote_denormals: 1,
  date_time_output_format: "iso",
};
export const FORMAT_NAME = "JSONCompactEachRowWithNamesAndTypes";

export function openClient({ settings, password }: Credentials, connectionLimit: number): ClickhouseClient {
  const scheme = settings.tls === "disable" ? "http" : "https";
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  const client = createClient({
    url: `${scheme}://${host}:${settings.port}`,
    username: settings.user,
    password,
    database: settings.database,
    application: "broadsheet",
    http_agent: guardedAgent(settings, connectionLimit),
    request_timeout: SILENCE_LIMIT_MS,
    compression: { request: false, response: false },
    log: { level: ClickHouseLogLevel.OFF },
  });
  return { client };
}

export type Question = Pick<Statement, "text" | "values" | "zone"> & {
  queryId: string;
  timeoutMs: number;
  signal?: AbortSignal;
};

/** Sends one statement, read only, and gives what the server answers as it arrives. */
export async function ask(
  { client }: ClickhouseClient,
  mayReadOnly: number,
  { text, values, zone, queryId, timeoutMs, signal }: Question,
): Promise<Readable> {
  const { body, headers } = withValues(text, values);
  const { stream } = await client.exec({
    query: body,
    query_id: queryId,
    abort_signal: signal,
    http_headers: headers,
    clickhouse_settings: {
      ...FORMAT,
      // Sent with the request and not written into the text: a FORMAT of the text would win, and is noticed.
      default_format: FORMAT_NAME,
      session_timezone: zone,
      // As in every other source: rows without a partner have empty values, not zeros.
      join_use_nulls: 1,
      max_execution_time: Math.ceil(timeoutMs / 1000),
      // Leaving is enough to stop a statement.
      cancel_http_readonly_queries_on_client_close: 1,
      // Forbids writing and changing settings; whoever is held to reading already may not say so again.
      ...(mayReadOnly === 0 ? { readonly: "1" } : {}),
    } as ClickHouseSettings,
  });
  return stream;
}

/**
 * Values go in the body, because addresses have a length limit that texts do not keep. In the form the server reads
 * parameters in: tab-separated values, with backslash escapes and \N for null.
 */
function withValues(
  text: string,
  values: Statement["values"],
): { body: string; headers?: Record<string, string> } {
  if (values.length === 0) return { body: text };
  const boundary = `broadsheet-${randomUUID()}`;
  const parts = [["query", text], ...values.map((value, index) => [`param_p${index + 1}`, escaped(value)])];
  const body = parts
    .map(
      ([name, content]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`,
    )
    .join("");
  return {
    body: `${body}--${boundary}--`,
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
  };
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (value: string | null): string =>
  value === null ? "\\N" : value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);

/** Stops a statement of the same user. */
export async function kill({ client }: ClickhouseClient, queryId: string): Promise<void> {
  await client.command({
    query: "KILL QUERY WHERE query_id = {id:String} ASYNC",
    query_params: { id: queryId },
  });
}

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & {
  broadsheetClickhouse?: Map<string, ClickhouseClient & { fingerprint: string }>;
};

/** The client of a source; of one that was changed meanwhile, a new one. */
export function clientOf(source: OpenServer): ClickhouseClient {
  holder.broadsheetClickhouse ??= new Map();
  const present = holder.broadsheetClickhouse.get(source.id);
  if (present?.fingerprint === source.fingerprint) return present;
  closeClient(source.id);
  const credentials = { settings: source.settings, password: source.password() };
  // Room for telling the server to stop what takes the other places.
  const opened = { ...openClient(credentials, source.connectionLimit + 1), fingerprint: source.fingerprint };
  holder.broadsheetClickhouse.set(source.id, opened);
  return opened;
}

export function closeClient(sourceId: string): void {
  const present = holder.broadsheetClickhouse?.get(sourceId);
  holder.broadsheetClickhouse?.delete(sourceId);
  present?.client.close().catch(() => undefined);
}
