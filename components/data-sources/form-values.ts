import type { z } from "zod";
import {
  CreateDataSourceInput,
  type DataSourceDto,
  defaultPort,
  type ServerKind,
  type ServerSettings,
} from "@/lib/data-sources/schemas";

const [ServerInput] = CreateDataSourceInput.options;

/** What is typed about a server, for a new source and for one that is changed. */
export const ServerFormInput = ServerInput.omit({ kind: true });
export type ServerValues = z.input<typeof ServerFormInput>;

/** What is typed about uploaded files. */
export const FilesFormInput = ServerFormInput.omit({ settings: true, password: true });
export type FilesValues = z.input<typeof FilesFormInput>;

const LIMITS = {
  statementTimeoutMs: 30_000,
  rowLimit: 50_000,
  connectionLimit: 4,
  cacheSeconds: 300,
  exportRowLimit: null,
} as const satisfies Omit<FilesValues, "name">;

export const NEW_FILES = { name: "", ...LIMITS } as const satisfies FilesValues;

export function newServer(kind: ServerKind): ServerValues {
  const tls = "require" as const;
  const settings = { host: "", port: defaultPort(kind, tls), database: "", user: "", tls, caCertificate: "" };
  return { name: "", settings, password: "", ...LIMITS } as const;
}

export function filesValuesOf(source: DataSourceDto): FilesValues {
  const { name, statementTimeoutMs, rowLimit, connectionLimit, cacheSeconds, exportRowLimit } = source;
  return { name, statementTimeoutMs, rowLimit, connectionLimit, cacheSeconds, exportRowLimit };
}

export function serverValuesOf(source: DataSourceDto, settings: ServerSettings): ServerValues {
  return { ...filesValuesOf(source), settings, password: "" };
}

type Tls = ServerSettings["tls"];

/** Nobody listens in on the way to the same machine, and few servers there offer TLS. */
export function usualTls(host: string): Tls {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || /^127(\.\d+){3}$/.test(name) ? "disable" : "require";
}

/** The usual port moves with TLS where the kind has two; one that somebody chose stays. */
export function portFor(kind: ServerKind, tls: { before: Tls; after: Tls }, port: unknown): unknown {
  return port === defaultPort(kind, tls.before) ? defaultPort(kind, tls.after) : port;
}
