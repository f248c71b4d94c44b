/** Inputs and DTOs of data sources. Client-safe; a password goes in and never comes back. */
import { z } from "zod";

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");

export const PostgresSettings = z.object({
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
});
export type PostgresSettings = z.infer<typeof PostgresSettings>;

const limits = {
  statementTimeoutMs: z.coerce.number().int().min(100).max(3_600_000).default(30_000),
  rowLimit: z.coerce.number().int().min(1).max(1_000_000).default(50_000),
  connectionLimit: z.coerce.number().int().min(1).max(50).default(4),
  cacheSeconds: z.coerce.number().int().min(0).max(86_400).default(300),
};

export const CreateDataSourceInput = z.object({
  name,
  kind: z.literal("POSTGRESQL").default("POSTGRESQL"),
  settings: PostgresSettings,
  password: z.string().max(1000).default(""),
  ...limits,
});
export const UpdateDataSourceInput = z.object({
  dataSourceId: z.uuid(),
  name,
  settings: PostgresSettings,
  /** Empty keeps the stored one. */
  password: z.string().max(1000).default(""),
  ...limits,
});
export const DataSourceIdInput = z.object({ dataSourceId: z.uuid() });
/** Tries settings before they are saved; with an id and no password, the stored password is used. */
export const TestConnectionInput = z.object({
  dataSourceId: z.uuid().optional(),
  settings: PostgresSettings,
  password: z.string().max(1000).default(""),
});

/** How people meet a source: the state of its last check. */
export const DataSourceState = z.enum(["UNCHECKED", "OK", "FAILED"]);

export type DataSourceDto = {
  id: string;
  name: string;
  kind: "POSTGRESQL";
  settings: PostgresSettings;
  state: z.infer<typeof DataSourceState>;
  lastError: string | null;
  lastCheckedAt: string | null;
  statementTimeoutMs: number;
  rowLimit: number;
  connectionLimit: number;
  cacheSeconds: number;
  updatedAt: string;
};

/** Each step in order; the first failed one ends the test. */
export type ConnectionStep = {
  name: "resolve" | "connect" | "sign in" | "read-only" | "list tables";
  ok: boolean;
  message: string;
};
export type ConnectionTest = { ok: boolean; steps: ConnectionStep[] };

export type SchemaTable = {
  schema: string;
  name: string;
  comment: string | null;
  rowEstimate: number | null;
  columns: { name: string; type: string; nullable: boolean; comment: string | null }[];
};
