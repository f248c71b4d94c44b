import pg from "pg";
import { TABLES } from "./tables";
import type { Table } from "./tables/define";

/** The schema that holds the demo company. */
export const SCHEMA = "harbor_health";

/** Written as the comment of the schema, and looked for before a schema of this name is dropped. */
export const SCHEMA_COMMENT =
  "Harbor Health Group: the demo company of Broadsheet. Invented; made by the seed and replaced by it.";

const name = pg.escapeIdentifier;
const text = pg.escapeLiteral;

export function qualified(table: Table): string {
  return `${name(SCHEMA)}.${name(table.name)}`;
}

function columnList(columns: readonly string[]): string {
  return columns.map(name).join(", ");
}

/** Tables with their checks and comments, still without keys: rows load faster into bare tables. */
export function createTablesSql(): string {
  return Object.values<Table>(TABLES)
    .map((table) => {
      const columns = Object.entries(table.columns).map(([column, { type, nullable, check }]) => {
        return `  ${name(column)} ${type}${nullable ? "" : " not null"}${check ? ` check (${check})` : ""}`;
      });
      const comments = Object.entries(table.columns).map(([column, { comment }]) => {
        return `comment on column ${qualified(table)}.${name(column)} is ${text(comment)};`;
      });
      return [
        `create table ${qualified(table)} (\n${columns.join(",\n")}\n);`,
        `comment on table ${qualified(table)} is ${text(table.comment)};`,
        ...comments,
      ].join("\n");
    })
    .join("\n");
}

/** Primary, unique and foreign keys, then indexes. */
export function createKeysSql(): string {
  const tables = Object.values<Table>(TABLES);
  const own = tables.flatMap((table) => [
    `alter table ${qualified(table)} add primary key (${columnList(table.primaryKey)});`,
    ...table.unique.map((columns) => `alter table ${qualified(table)} add unique (${columnList(columns)});`),
  ]);
  const foreign = tables.flatMap((table) =>
    Object.entries(table.columns).flatMap(([column, { references }]) =>
      references === undefined
        ? []
        : [
            `alter table ${qualified(table)} add foreign key (${name(column)}) references ${name(SCHEMA)}.${name(references)} (id);`,
          ],
    ),
  );
  const indexes = tables.flatMap((table) =>
    table.indexes.map((index) => {
      const [columns = "", condition] = index.split(" where ");
      return `create index on ${qualified(table)} (${columns})${condition ? ` where ${condition}` : ""};`;
    }),
  );
  return [...own, ...foreign, ...indexes].join("\n");
}
