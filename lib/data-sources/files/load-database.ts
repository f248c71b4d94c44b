import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quoteText } from "@/lib/data-sources/files/typed-sql";

const MEMORY_LIMIT = "1GB";
const THREADS = "2";
const DISK_LIMIT = "16GB";

/**
 * Lends a DuckDB that reads the named files, reads and writes the folder, and reaches nothing else. Errors are
 * DuckDB's own, as JSON.
 */
export async function withLoadDatabase<T>(
  access: { files: string[]; folder: string },
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: THREADS,
    memory_limit: MEMORY_LIMIT,
    temp_directory: access.folder,
    max_temp_directory_size: DISK_LIMIT,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET GLOBAL TimeZone = 'UTC'");
    await connection.run("SET GLOBAL errors_as_json = true");
    await connection.run(`SET GLOBAL allowed_paths = [${access.files.map(quoteText).join(", ")}]`);
    await connection.run(`SET GLOBAL allowed_directories = [${quoteText(access.folder)}]`);
    await connection.run("SET GLOBAL enable_external_access = false");
    await connection.run("SET GLOBAL lock_configuration = true");
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The kind of a DuckDB error, e.g. "Out of Memory"; empty when it is none. */
export function duckdbErrorKind(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  return /"exception_type":"([^"]*)"/.exec(message)?.[1] ?? /^([A-Z][\w ]*) Error: /.exec(message)?.[1] ?? "";
}
