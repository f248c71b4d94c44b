/** The engines that answer the same questions, each with the schema of `./vocabulary` under its hostile names. */
import { DuckDBInstance } from "@duckdb/node-api";
import { createConnection } from "mysql2/promise";
import pg from "pg";
import { setupStatements, WRITING } from "./rows";
import { HOSTILE } from "./vocabulary";

/** Values as an engine prints them. */
export type Row = (string | number | boolean | null)[];
export type Engine = {
  dialect: "postgresql" | "duckdb" | "mysql";
  knowsZone(zone: string): boolean;
  run(text: string, values: (string | null)[], zone: string): Promise<Row[]>;
  close(): Promise<void>;
};

export async function openPostgres(connectionString: string): Promise<Engine> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const statement of setupStatements(HOSTILE, WRITING.postgresql)) await client.query(statement);
  const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;
  return {
    dialect: "postgresql",
    knowsZone: () => true,
    async run(text, values, zone) {
      await client.query(`SET TimeZone = ${pg.escapeLiteral(zone)}`);
      return (await client.query<Row>({ text, values, rowMode: "array", types })).rows;
    },
    close: () => client.end(),
  };
}

export async function openDuck(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const statement of ["SET TimeZone = 'UTC'", ...setupStatements(HOSTILE, WRITING.duckdb)])
    await connection.run(statement);
  return {
    dialect: "duckdb",
    knowsZone: () => true,
    async run(text, values, zone) {
      await connection.run(`SET TimeZone = '${zone}'`);
      return (await connection.runAndReadAll(text, values)).getRowsJson() as Row[];
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A server without time zone tables knows offsets alone. */
const OFFSETS: Record<string, string> = { UTC: "+00:00", "Asia/Kolkata": "+05:30" };

/** A MySQL or MariaDB server whose user may create databases. */
export async function openMysql(uri: string): Promise<Engine> {
  const connection = await createConnection({
    uri,
    charset: "utf8mb4",
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  const [, ...statements] = setupStatements(HOSTILE, WRITING.mysql);
  const database = WRITING.mysql.name(HOSTILE.schema);
  await connection.query("SET time_zone = '+00:00'");
  for (const statement of [
    `DROP DATABASE IF EXISTS ${database}`,
    `CREATE DATABASE ${database} CHARACTER SET utf8mb4`,
    ...statements,
  ])
    await connection.query(statement);
  return {
    dialect: "mysql",
    knowsZone: (zone) => Object.hasOwn(OFFSETS, zone),
    async run(text, values, zone) {
      await connection.query(`SET time_zone = '${OFFSETS[zone]}'`);
      const [rows] = await connection.execute({ sql: text, rowsAsArray: true }, values);
      return rows as unknown as Row[];
    },
    async close() {
      await connection.query(`DROP DATABASE ${database}`);
      await connection.end();
    },
  };
}
