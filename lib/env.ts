/** The only reader of process.env. Every setting is named in .env.example with its default. */
import { statSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";

const text = z.string().trim().min(1);
const optional = text.optional().or(z.literal("").transform(() => undefined));
const flag = z
  .enum(["0", "1", "true", "false"])
  .optional()
  .transform((value) => value === "1" || value === "true");

const MIN_SECRET = 32;

const listOf = (separator: RegExp) =>
  z
    .string()
    .default("")
    .transform((value) => value.split(separator).filter((item) => item !== ""));

/** A range of addresses; one address has the longest prefix. */
export type Network = { address: string; prefix: number; family: "ipv4" | "ipv6" };

/** `10.1.2.0/24`, `fd12::/48` or one address. */
function readNetwork(value: string): Network | null {
  const [address = "", prefix, ...rest] = value.split("/");
  const version = isIP(address);
  if (version === 0 || address.includes("%") || rest.length > 0) return null;
  const longest = version === 4 ? 32 : 128;
  const length = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (!(length <= longest)) return null;
  return { address, prefix: length, family: version === 4 ? "ipv4" : "ipv6" };
}

const NETWORK_WORDS = ["private", "loopback"] as const;
const isNetworkWord = (value: string) => NETWORK_WORDS.some((word) => word === value);

const Variables = z.object({
  /** `demo` seeds the demo company and lets its people sign in; `production` refuses both. */
  BROADSHEET_MODE: z.enum(["demo", "production"]).default("demo"),
  /** Set by whoever starts the process, never in a file. */
  NODE_ENV: z.string().optional(),
  APP_URL: z.string().url().default("http://localhost:3000"),
  APP_DATABASE_URL: text,
  ENCRYPTION_KEY: text,
  ENCRYPTION_KEY_PREVIOUS: listOf(/\s*,\s*/),
  /** Networks, addresses, and the words of NETWORK_WORDS. */
  SOURCE_ALLOWED_NETWORKS: listOf(/[\s,]+/).superRefine((values, context) => {
    for (const value of values)
      if (!isNetworkWord(value) && !readNetwork(value))
        context.addIssue({
          code: "custom",
          message: `"${value}" is neither a network such as 10.1.2.0/24 nor the word private or loopback`,
        });
  }),
  NEXTAUTH_SECRET: text,
  STORAGE_URL: text.default("file:.data/files"),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** Asked for letters that the fonts of the packages lack. */
  FONTS_DIR: optional.refine(
    (folder) => folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
    { error: ({ input }) => `"${String(input)}" is not a folder` },
  ),
  MAIL_FROM: text.default("Broadsheet <reports@broadsheet.example>"),
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: optional,
  SMTP_URL: optional,
  CACHE_MAX_MB: z.coerce.number().min(1).max(1_000_000).default(256),
  RUN_HISTORY_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
  FILES_MAX_MB: z.coerce.number().min(1).max(100_000_000).default(50_000),
  MAIL_SIZE_BUDGET_MB: z.coerce.number().min(1).max(100).default(20),
  INNGEST_EVENT_KEY: optional,
  INNGEST_SIGNING_KEY: optional,
  INNGEST_BASE_URL: optional,
  INNGEST_DEV: flag,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

/** Settings that are fine for trying things out and leave a door open where strangers come by. */
const ProductionVariables = Variables.superRefine((vars, context) => {
  if (vars.BROADSHEET_MODE !== "production") return;
  const refuse = (name: string, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  // A signed link lets whoever receives one guess the key at leisure.
  for (const name of ["ENCRYPTION_KEY", "NEXTAUTH_SECRET"] as const)
    if (vars[name].length < MIN_SECRET)
      refuse(name, `use at least ${MIN_SECRET} random characters, e.g. from "openssl rand -base64 32"`);
  if (vars.INNGEST_DEV)
    refuse("INNGEST_DEV", "in development mode anybody may run jobs; set INNGEST_SIGNING_KEY instead");
});

export type InngestSettings =
  | { mode: "embedded" }
  | { mode: "server"; eventKey?: string; signingKey?: string; baseUrl?: string; isDev: boolean };

export type MailSettings =
  | { transport: "outbox" }
  | { transport: "resend"; apiKey: string; baseUrl?: string }
  | { transport: "smtp"; url: string };

export type StorageSettings =
  | { kind: "file"; folder: string }
  | {
      kind: "s3";
      bucket: string;
      prefix: string;
      endpoint?: string;
      region: string;
      accessKeyId?: string;
      secretAccessKey?: string;
    };

export type Env = {
  mode: "demo" | "production";
  /** With hot reload. */
  isDevelopment: boolean;
  appUrl: string;
  appDatabaseUrl: string;
  encryptionKey: string;
  /** Keys that are no longer sealed with, and still open what they sealed. */
  formerEncryptionKeys: string[];
  /** Which addresses inside the operator's own networks data sources may have. */
  sourceNetworks: { private: boolean; loopback: boolean; listed: Network[] };
  authSecret: string;
  storage: StorageSettings;
  /** The operator's own fonts for PDFs and PNGs. */
  fontsFolder?: string;
  mail: MailSettings;
  mailFrom: string;
  /** What kept answers of one workspace may take up. */
  cacheMaxBytes: number;
  /** How long it is known who asked what. */
  runHistoryDays: number;
  /** What uploads, tables made of them, exports and pictures of one workspace may take up. */
  filesMaxBytes: number;
  mailSizeBudgetBytes: number;
  inngest: InngestSettings;
  logLevel: "debug" | "info" | "warn" | "error";
};

function storageSettings(vars: z.infer<typeof Variables>): StorageSettings {
  const url = vars.STORAGE_URL;
  if (url.startsWith("file:")) return { kind: "file", folder: path.resolve(url.slice("file:".length)) };
  const parsed = new URL(url);
  if (parsed.protocol !== "s3:")
    throw new Error(
      `STORAGE_URL "${url}" is neither file:<folder> nor s3://<bucket>/<prefix>?endpoint=<url>&region=<name>.`,
    );
  return {
    kind: "s3",
    bucket: parsed.hostname,
    prefix: parsed.pathname.replace(/^\/|\/$/g, ""),
    endpoint: parsed.searchParams.get("endpoint") ?? undefined,
    region: parsed.searchParams.get("region") ?? "us-east-1",
    accessKeyId: vars.S3_ACCESS_KEY_ID,
    secretAccessKey: vars.S3_SECRET_ACCESS_KEY,
  };
}

/** The demo answers on its own machine alone, and its own source is there. */
function sourceNetworks(vars: z.infer<typeof Variables>): Env["sourceNetworks"] {
  const values = vars.SOURCE_ALLOWED_NETWORKS;
  const isDemo = vars.BROADSHEET_MODE === "demo";
  return {
    private: isDemo || values.includes("private"),
    loopback: isDemo || values.includes("loopback"),
    listed: values.flatMap((value) => readNetwork(value) ?? []),
  };
}

function mailSettings(vars: z.infer<typeof Variables>): MailSettings {
  if (vars.RESEND_API_KEY)
    return { transport: "resend", apiKey: vars.RESEND_API_KEY, baseUrl: vars.RESEND_BASE_URL };
  if (vars.SMTP_URL) return { transport: "smtp", url: vars.SMTP_URL };
  return { transport: "outbox" };
}

function inngestSettings(vars: z.infer<typeof Variables>): InngestSettings {
  const {
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_BASE_URL: baseUrl,
    INNGEST_DEV: isDev,
  } = vars;
  if (!eventKey && !signingKey && !baseUrl && !isDev) return { mode: "embedded" };
  return { mode: "server", eventKey, signingKey, baseUrl, isDev };
}

/** Reads and checks the environment. Throws one sentence naming every variable that is missing or wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = ProductionVariables.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
      .join("; ");
    throw new Error(
      `The environment is incomplete or wrong (${problems}). See .env.example; npm run up sets what it can.`,
    );
  }
  const vars = parsed.data;
  return {
    mode: vars.BROADSHEET_MODE,
    isDevelopment: vars.NODE_ENV === "development",
    appUrl: vars.APP_URL.replace(/\/$/, ""),
    appDatabaseUrl: vars.APP_DATABASE_URL,
    encryptionKey: vars.ENCRYPTION_KEY,
    formerEncryptionKeys: vars.ENCRYPTION_KEY_PREVIOUS,
    sourceNetworks: sourceNetworks(vars),
    authSecret: vars.NEXTAUTH_SECRET,
    storage: storageSettings(vars),
    fontsFolder: vars.FONTS_DIR && path.resolve(vars.FONTS_DIR),
    mail: mailSettings(vars),
    mailFrom: vars.MAIL_FROM,
    cacheMaxBytes: Math.floor(vars.CACHE_MAX_MB * 1_000_000),
    runHistoryDays: vars.RUN_HISTORY_DAYS,
    filesMaxBytes: Math.floor(vars.FILES_MAX_MB * 1_000_000),
    mailSizeBudgetBytes: vars.MAIL_SIZE_BUDGET_MB * 1024 * 1024,
    inngest: inngestSettings(vars),
    logLevel: vars.LOG_LEVEL,
  };
}

let cached: Env | undefined;

/** The settings of this process, read on first use: importing a module never needs them (next build). */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
