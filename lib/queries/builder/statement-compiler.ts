/** Kysely's tree of a statement to text, one clause a line. */
import {
  DefaultQueryCompiler,
  DummyDriver,
  type IdentifierNode,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  type SelectQueryNode,
} from "kysely";
import type { SqlDialect } from "@/lib/queries/builder/dialects";
import { Bound } from "@/lib/queries/builder/fragments";
import type { Binder } from "@/lib/queries/parameters/binder";

/** Tables and columns are known at run time only. */
export type AnyTables = Record<string, Record<string, unknown>>;

/** Without a binder, literals and `{{parameters}}` are written where values would be bound. */
export function statementBuilder(dialect: SqlDialect, binder: Binder | null): Kysely<AnyTables> {
  return new Kysely<AnyTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new StatementCompiler(dialect, binder),
    },
  });
}

class StatementCompiler extends DefaultQueryCompiler {
  constructor(
    private readonly dialect: SqlDialect,
    private readonly binder: Binder | null,
  ) {
    super();
  }

  protected override visitIdentifier(node: IdentifierNode): void {
    this.append(this.dialect.quoteName(node.name));
  }

  protected override appendValue(value: unknown): void {
    if (!(value instanceof Bound)) throw new Error("only bound values may stand in a statement");
    if (this.binder) {
      const written = this.binder.bind(`${value.type} ${value.value}`, value.type, value.value);
      this.append(this.dialect.placeholder(value, written));
    } else this.append(value.written ? `{{${value.written}}}` : this.dialect.literal(value));
  }

  protected override visitSelectQuery(node: SelectQueryNode): void {
    const isInner = this.parentNode !== undefined;
    if (isInner) this.append("(");
    this.append("select\n  ");
    this.compileList(node.selections ?? [], ",\n  ");
    const clauses = [
      node.from,
      ...(node.joins ?? []),
      node.where,
      node.groupBy,
      node.having,
      node.orderBy,
      node.limit,
    ];
    for (const clause of clauses) {
      if (!clause) continue;
      this.append("\n");
      this.visitNode(clause);
    }
    if (isInner) this.append(")");
  }
}
