import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { AppError } from "@/lib/errors";
import { workFolder } from "@/lib/storage";
import { describeDuckdbFailure, missingFiles } from "./duckdb-errors";
import type { OpenFiles } from "./types";

/** Of one source and zone; beyond it DuckDB writes to disk. */
const MEMORY_LIMIT = "512MB";
const DISK_LIMIT = "4GB";
const THREADS = "2";
/** One source is mostly asked in one zone: that of its workspace. */
const INSTANCES_KEPT = 12;

type Entry = { sourceId: string; fingerprint: string; instance: Promise<DuckDBInstance> };

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetDuckdb?: Map<string, Entry> };

/**
 * The database of a source's tables, in memory, with nothing else in reach. The zone belongs to it, because a
 * locked configuration cannot be changed for a session. Throws AppError source_unreachable.
 */
export function instanceOf(source: OpenFiles, zone: string): Promise<DuckDBInstance> {
  holder.broadsheetDuckdb ??= new Map();
  const kept = holder.broadsheetDuckdb;
  const key = `${source.id} ${zone}`;
  const present = kept.get(key);
  kept.delete(key);
  if (present?.fingerprint === source.fingerprint) {
    kept.set(key, present);
    return present.instance;
  }
  if (present) end(present);
  const instance = open(source, zone);
  const entry = { sourceId: source.id, fingerprint: source.fingerprint, instance };
  kept.set(key, entry);
  // A failed one is not kept: its files may come back.
  instance.catch(() => kept.get(key) === entry && kept.delete(key));
  for (const [oldKey, old] of kept) {
    if (kept.size <= INSTANCES_KEPT) break;
    kept.delete(oldKey);
    end(old);
  }
  return instance;
}

export function closeInstances(sourceId: string): void {
  for (const [key, entry] of holder.broadsheetDuckdb ?? []) {
    if (entry.sourceId !== sourceId) continue;
    holder.broadsheetDuckdb?.delete(key);
    end(entry);
  }
}

/** What still runs keeps the database until its connection is closed. */
function end(entry: Entry): void {
  entry.instance.then(
    (instance) => instance.closeSync(),
    () => undefined,
  );
}

async function open(source: OpenFiles, zone: string): Promise<DuckDBInstance> {
  // What does not fit the memory is written here, and DuckDB lets statements read the whole folder: each database has
  // one of its own, which it makes and removes itself.
  const folder = `${workFolder()}/duckdb`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: THREADS,
    memory_limit: MEMORY_LIMIT,
    temp_directory: `${folder}/${process.pid}-${randomUUID()}`,
    max_temp_directory_size: DISK_LIMIT,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    await arrange(instance, source, zone);
    return instance;
  } catch (error) {
    instance.closeSync();
    const failure = describeDuckdbFailure(error, source.name, "");
    throw failure instanceof AppError ? missingFiles(source.name) : failure;
  }
}

async function arrange(instance: DuckDBInstance, source: OpenFiles, zone: string): Promise<void> {
  const connection = await instance.connect();
  try {
    for (const table of source.tables)
      await connection.run(
        `CREATE VIEW ${identifier(table.name)} AS SELECT * FROM read_parquet([${table.paths.map(text).join(", ")}], union_by_name = true)`,
      );
    const paths = source.tables.flatMap((table) => table.paths.map(text));
    await connection.run(`SET GLOBAL TimeZone = ${text(zone)}`);
    await connection.run("SET GLOBAL errors_as_json = true");
    // Stored files are never changed, only replaced under another name.
    await connection.run("SET GLOBAL parquet_metadata_cache = true");
    await connection.run(`SET GLOBAL allowed_paths = [${paths.join(", ")}]`);
    await connection.run("SET GLOBAL enable_external_access = false");
    await connection.run("SET GLOBAL lock_configuration = true");
  } finally {
    connection.closeSync();
  }
}

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
