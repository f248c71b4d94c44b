// Prisma's own schema engine as WebAssembly, connected to PostgreSQL through Prisma's driver adapter.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const require = createRequire(import.meta.url);
const CHAR_OID = 18;
const TEXT_OID = 25;

/** Connection settings of a PostgreSQL URL, as fields: PrismaPg lets a URL win over a database given beside it. */
function connectionOf(url) {
  const parsed = new URL(url);
  const sslmode = parsed.searchParams.get("sslmode");
  return {
    host: parsed.hostname,
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ssl: sslmode && sslmode !== "disable" ? { rejectUnauthorized: sslmode !== "require" } : undefined,
    options: "-c TimeZone=UTC",
    max: 1,
  };
}

async function withClient(connection, work) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * PrismaPg 7.10 as a migration adapter, with what it lacks for that: catalogue columns of type "char" are
 * read as text, a script runs as one piece (it would be split at every semicolon, also inside functions),
 * and the shadow database is a database of its own that is dropped after its connections are closed.
 */
class MigrationAdapter extends PrismaPg {
  #connection;
  #shadows = new Map();

  constructor(url) {
    const connection = connectionOf(url);
    super(connection);
    this.#connection = connection;
  }

  async connect() {
    return forMigrations(await super.connect());
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await withClient(this.#connection, (client) => client.query(`CREATE DATABASE "${database}"`));
    const shadow = forMigrations(await new PrismaPg({ ...this.#connection, database }).connect());
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      if (!this.#shadows.delete(database)) return;
      await disconnect();
      await withClient(this.#connection, (client) =>
        client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
      );
    };
    this.#shadows.set(database, shadow);
    return shadow;
  }

  /** The engine does not dispose of every shadow itself. */
  async close() {
    for (const shadow of [...this.#shadows.values()]) await shadow.dispose();
  }
}

function forMigrations(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      charColumns.push(index);
    }
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

let loaded = false;
function loadWasm() {
  if (loaded) return;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => console.error(`schema engine panicked: ${message}`),
  };
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const module = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  loaded = true;
}

/** Opens an engine on `url` for the given schema files `{ path, content }[]`; connects on first use. */
export async function openEngine({ url, files }) {
  loadWasm();
  const adapter = new MigrationAdapter(url);
  const datamodels = files.length > 0 ? files.map((file) => [file.path, file.content]) : undefined;
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return { engine, close: () => adapter.close() };
}
