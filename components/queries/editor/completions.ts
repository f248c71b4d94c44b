/** What can stand where the cursor is. Pure: the editor shows it, tests ask it. */
import type { Dialect, SchemaTable } from "@/lib/data-sources/schemas";
import { quoteName } from "./quote-name";
import { functionsOf, keywordsOf, typesOf } from "./sql-words";
import { kindAt, type ScopeTable, type StatementScope, scopeOf } from "./statement-scope";

export type SqlCompletion = {
  label: string;
  kind: "column" | "table" | "schema" | "alias" | "function" | "keyword" | "type" | "parameter";
  /** What is written; the label when left out. */
  apply?: string;
  /** Beside the label: a type, where it comes from, what a function is given. */
  detail?: string;
  /** Higher is offered earlier; 0 when left out. */
  boost?: number;
};
export type SqlCompletions = {
  /** Offset from which the typed text is replaced. */
  from: number;
  options: SqlCompletion[];
};

export type CompletionWorld = {
  dialect: Dialect;
  tables: readonly SchemaTable[];
  /** Written as {{name}}, e.g. "clinic", "period.from", "me.department". */
  parameters: readonly string[];
};

const QUALIFIED = /((?:(?:[\p{L}_][\p{L}\p{N}_$]*|"[^"\n]+"|`[^`\n]+`)\s*\.\s*)+)["`]?([\p{L}\p{N}_$ ]*)$/u;
const PART = /[\p{L}_][\p{L}\p{N}_$]*|"[^"\n]+"|`[^`\n]+`/gu;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*$/u;
const AFTER_FROM = /\b(?:from|join|,)\s*["`]?[\p{L}\p{N}_$]*$/iu;

/** null where nothing can be offered: within texts and comments. `explicit` offers before anything is typed. */
export function completionsAt(
  sql: string,
  at: number,
  world: CompletionWorld,
  explicit: boolean,
): SqlCompletions | null {
  const before = sql.slice(0, at);
  const parameter = /\{\{\s*([\w.]*)$/.exec(before);
  if (parameter) return parameterCompletions(sql, at, parameter[1] ?? "", world);
  const kind = kindAt(sql, at, world.dialect);
  if (kind === "literal" || kind === "comment") return null;

  const scope = scopeOf(sql, world.dialect);
  const qualified = QUALIFIED.exec(before);
  if (qualified) {
    const path = [...(qualified[1] ?? "").matchAll(PART)].map(([part]) => part.replace(/^["`]|["`]$/g, ""));
    // Within opened quotes the name is written anew, with the quotes it needs.
    const from = (qualified.index ?? 0) + (qualified[1] ?? "").length;
    return { from, options: membersOf(path, scope, world) };
  }
  const typed = WORD.exec(before)?.[0] ?? "";
  if (typed === "" && !explicit) return null;
  const wantsTable = AFTER_FROM.test(before) && isInFrom(before);
  return { from: at - typed.length, options: freeCompletions(typed, wantsTable, scope, world) };
}

function parameterCompletions(
  sql: string,
  at: number,
  typed: string,
  { parameters }: CompletionWorld,
): SqlCompletions {
  const closing = /^\s*\}\}/.test(sql.slice(at)) ? "" : "}}";
  return {
    from: at - typed.length,
    options: parameters.map((name) => ({ label: name, kind: "parameter", apply: name + closing })),
  };
}

/** A comma ends a table of FROM only until the next clause. */
function isInFrom(before: string): boolean {
  const clauses = before.match(/\b(select|from|join|where|on|group|order|having|limit|using)\b/gi);
  return /^(from|join)$/i.test(clauses?.at(-1) ?? "");
}

/** After a dot: columns of a table or alias, or tables of a schema. */
function membersOf(path: string[], scope: StatementScope, world: CompletionWorld): SqlCompletion[] {
  const [first = ""] = path;
  const called = path.length === 1 ? scope.tables.find((table) => isCalled(table, first)) : undefined;
  const table = findTable(called ? called.path : path, world.tables);
  if (table) return table.columns.map((column) => columnCompletion(column, world.dialect));
  if (path.length > 1) return [];
  return world.tables
    .filter(({ schema }) => isSame(schema, first))
    .map((entry) => tableCompletion(entry, world.dialect, false));
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const isCalled = ({ path, alias }: ScopeTable, name: string) => isSame(alias ?? path.at(-1) ?? "", name);

function findTable(path: readonly string[], tables: readonly SchemaTable[]): SchemaTable | undefined {
  const [name = "", schema] = [...path].reverse();
  return tables.find(
    (table) => isSame(table.name, name) && (schema === undefined || isSame(table.schema, schema)),
  );
}

function freeCompletions(
  typed: string,
  wantsTable: boolean,
  scope: StatementScope,
  world: CompletionWorld,
): SqlCompletion[] {
  const { dialect, tables } = world;
  const own = scope.ctes.map((name): SqlCompletion => ({ label: name, kind: "table", detail: "WITH" }));
  const boosted = (list: SqlCompletion[], boost: number) => list.map((entry) => ({ ...entry, boost }));
  const schemas = [...new Set(tables.map(({ schema }) => schema))].filter(Boolean);
  return [
    ...(wantsTable ? [] : boosted([...scopeColumns(scope, world), ...scopeAliases(scope)], 20)),
    ...boosted(
      [...own, ...tables.map((entry) => tableCompletion(entry, dialect, true))],
      wantsTable ? 10 : 0,
    ),
    ...schemas.map(
      (schema): SqlCompletion => ({ label: schema, kind: "schema", apply: quoteName(schema, dialect) }),
    ),
    ...(wantsTable ? [] : boosted(wordCompletions(typed, dialect), 0)),
    ...(wantsTable ? boosted(keywordCompletions(typed, dialect), -10) : []),
  ];
}

function wordCompletions(typed: string, dialect: Dialect): SqlCompletion[] {
  return [
    ...functionsOf(dialect).map(
      ({ name, parameters }): SqlCompletion => ({ label: name, kind: "function", detail: `(${parameters})` }),
    ),
    ...keywordCompletions(typed, dialect),
    ...typesOf(dialect).map((label): SqlCompletion => ({ label, kind: "type" })),
  ];
}

/** Keywords come in capitals to those who type in capitals. */
function keywordCompletions(typed: string, dialect: Dialect): SqlCompletion[] {
  const isUpper = typed !== "" && typed === typed.toUpperCase();
  return keywordsOf(dialect).map((word) => ({
    label: isUpper ? word.toUpperCase() : word,
    kind: "keyword",
  }));
}

/** The columns of all tables the text reads; one that several have is written with its table. */
function scopeColumns(scope: StatementScope, world: CompletionWorld): SqlCompletion[] {
  const found = scope.tables.flatMap((entry) => {
    const table = findTable(entry.path, world.tables);
    const name = entry.alias ?? entry.path.at(-1) ?? "";
    return table ? table.columns.map((column) => ({ column, name })) : [];
  });
  const tablesOf = new Map<string, Set<string>>();
  for (const { column, name } of found)
    tablesOf.set(column.name, (tablesOf.get(column.name) ?? new Set()).add(name));
  return found.map(({ column, name }) => {
    const completion = columnCompletion(column, world.dialect);
    const isShared = (tablesOf.get(column.name)?.size ?? 0) > 1;
    const apply = `${quoteName(name, world.dialect)}.${quoteName(column.name, world.dialect)}`;
    return { ...completion, detail: `${column.type} · ${name}`, ...(isShared ? { apply } : {}) };
  });
}

function scopeAliases({ tables }: StatementScope): SqlCompletion[] {
  return tables.flatMap(({ alias, path }): SqlCompletion[] =>
    alias === null ? [] : [{ label: alias, kind: "alias", detail: path.join(".") }],
  );
}

function columnCompletion(column: SchemaTable["columns"][number], dialect: Dialect): SqlCompletion {
  return {
    label: column.name,
    kind: "column",
    detail: column.type,
    apply: quoteName(column.name, dialect),
  };
}

/** With its schema, unless that is the one that needs no name. */
function tableCompletion(table: SchemaTable, dialect: Dialect, withSchema: boolean): SqlCompletion {
  const name = quoteName(table.name, dialect);
  const isPlain = !withSchema || table.schema === "" || table.schema === "public";
  return {
    label: table.name,
    kind: "table",
    detail: isPlain ? undefined : table.schema,
    apply: isPlain ? name : `${quoteName(table.schema, dialect)}.${name}`,
  };
}
