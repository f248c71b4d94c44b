/** Inputs and DTOs of data sources. Client-safe; a password goes in and never comes back. */
import { z } from "zod";
import type { ColumnType } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");

/** MYSQL is MariaDB too; FILES are uploaded tables, answered by the embedded DuckDB. */
export const SourceKind = z.enum(["POSTGRESQL", "MYSQL", "CLICKHOUSE", "FILES"]);
export type SourceKind = z.infer<typeof SourceKind>;
/** The kinds that are a server somewhere else. */
export type ServerKind = Exclude<SourceKind, "FILES">;

/** Which SQL a source speaks. */
export type Dialect = "postgresql" | "mysql" | "clickhouse" | "duckdb";

export const DIALECTS = {
  POSTGRESQL: "postgresql",
  MYSQL: "mysql",
  CLICKHOUSE: "clickhouse",
  FILES: "duckdb",
} as const satisfies Record<SourceKind, Dialect>;

export const KIND_LABELS = {
  POSTGRESQL: "PostgreSQL",
  MYSQL: "MySQL or MariaDB",
  CLICKHOUSE: "ClickHouse",
  FILES: "Uploaded files",
} as const satisfies Record<SourceKind, string>;

/** The port a server of the kind listens on unless somebody changed it; ClickHouse is asked over HTTP. */
export function defaultPort(kind: ServerKind, tls: ServerSettings["tls"]): number {
  switch (kind) {
    case "POSTGRESQL":
      return 5432;
    case "MYSQL":
      return 3306;
    case "CLICKHOUSE":
      return tls === "disable" ? 8123 : 8443;
    default:
      return assertNever(kind);
  }
}

/** Where a server is and who signs in. */
export const ServerSettings = z.object({
  host: z
    .string()
    .trim()
    .min(1, "Enter the host, e.g. db.example.com.")
    .max(255)
    // A path would be a socket of this server.
    .regex(/^[^\s/]*$/, "Enter a host name or an address, without http:// and without a path."),
  port: z.coerce
    .number()
    .int()
    .min(1, "A port is between 1 and 65535.")
    .max(65535, "A port is between 1 and 65535.")
    .default(5432),
  database: z.string().trim().min(1, "Enter the database's name.").max(63),
  user: z.string().trim().min(1, "Enter the user to sign in as.").max(63),
  /** `verify` checks the server's certificate; `require` only encrypts. */
  tls: z.enum(["disable", "require", "verify"]).default("disable"),
  /** PEM of the authority that signed the server's certificate; empty trusts the public ones. Not secret. */
  caCertificate: z
    .string()
    .trim()
    .max(20_000)
    .refine((text) => text === "" || /^-----BEGIN CERTIFICATE-----/.test(text), {
      message: "Paste a certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----.",
    })
    .default(""),
});
export type ServerSettings = z.infer<typeof ServerSettings>;

const limits = {
  statementTimeoutMs: z.coerce.number().int().min(100).max(3_600_000).default(30_000),
  rowLimit: z.coerce.number().int().min(1).max(1_000_000).default(50_000),
  connectionLimit: z.coerce.number().int().min(1).max(50).default(4),
  cacheSeconds: z.coerce.number().int().min(0).max(86_400).default(300),
  /** Rows of one export at most; null is no limit. */
  exportRowLimit: z.coerce.number().int().min(1).max(2_000_000_000).nullable().default(null),
};

const password = z.string().max(1000).default("");

export const CreateDataSourceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("POSTGRESQL"), name, settings: ServerSettings, password, ...limits }),
  z.object({ kind: z.literal("MYSQL"), name, settings: ServerSettings, password, ...limits }),
  z.object({ kind: z.literal("CLICKHOUSE"), name, settings: ServerSettings, password, ...limits }),
  z.object({ kind: z.literal("FILES"), name, ...limits }),
]);
export const UpdateDataSourceInput = z.object({
  dataSourceId: z.uuid(),
  name,
  /** Needed for a server, refused for uploaded files. */
  settings: ServerSettings.optional(),
  /** Empty keeps the stored one. */
  password,
  ...limits,
});
export const DataSourceIdInput = z.object({ dataSourceId: z.uuid() });
/** Tries settings before they are saved; with an id and no password, the stored password is used. */
export const TestConnectionInput = z.object({
  dataSourceId: z.uuid().optional(),
  kind: z.enum(["POSTGRESQL", "MYSQL", "CLICKHOUSE"]),
  settings: ServerSettings,
  password,
});
export const ReadSchemaInput = z.object({
  dataSourceId: z.uuid(),
  /** Asks the source again instead of showing what it said last time. */
  isFresh: z.boolean().default(false),
});
export const TableSampleInput = z.object({
  dataSourceId: z.uuid(),
  schema: z.string().max(200),
  table: z.string().min(1).max(200),
});

/** How people meet a source: the state of its last check. */
export const DataSourceState = z.enum(["UNCHECKED", "OK", "FAILED"]);

export type DataSourceDto = {
  id: string;
  name: string;
  kind: SourceKind;
  /** null for uploaded files, which are nowhere else. */
  settings: ServerSettings | null;
  state: z.infer<typeof DataSourceState>;
  lastError: string | null;
  lastCheckedAt: string | null;
  statementTimeoutMs: number;
  rowLimit: number;
  connectionLimit: number;
  cacheSeconds: number;
  exportRowLimit: number | null;
  updatedAt: string;
};

export type DataSourceSummary = DataSourceDto & {
  /** What was uploaded; null for a server. */
  contents: { tables: number; rows: number } | null;
};

/** Each step in order; the first failed one ends the test. */
export type ConnectionStep = {
  name: "resolve" | "connect" | "sign in" | "read-only" | "list tables";
  ok: boolean;
  message: string;
};
export type ConnectionTest = { ok: boolean; steps: ConnectionStep[] };

export type SchemaColumn = {
  name: string;
  /** As the source names it, e.g. `numeric(10,2)`. */
  type: string;
  /** What its values become in a result. */
  valueType: ColumnType;
  nullable: boolean;
  comment: string | null;
};

export type ForeignKey = {
  columns: string[];
  /** The table pointed at, and the columns of it, in the order of `columns`. */
  schema: string;
  table: string;
  referencedColumns: string[];
};

export type SchemaTable = {
  /** The database's own grouping; empty where there is none (uploaded files). */
  schema: string;
  name: string;
  comment: string | null;
  rowEstimate: number | null;
  columns: SchemaColumn[];
  /** Names of the columns; empty without one. */
  primaryKey: string[];
  foreignKeys: ForeignKey[];
};

export type SourceSchema = {
  tables: SchemaTable[];
  /** ISO 8601: when the source was asked. */
  readAt: string;
};
