/** A typed expression to a fragment of SQL. */
import { sql } from "kysely";
import { assertNever } from "@/lib/errors";
import type { DatePart, SqlDialect } from "@/lib/queries/builder/dialects";
import { Bound, type Fragment } from "@/lib/queries/builder/fragments";
import type { FieldRef } from "@/lib/queries/builder/schema";
import type { TypedNode } from "./type-check";

export type EmitContext = {
  dialect: SqlDialect;
  /** The fragment of a column or of another calculated column, ready to be computed with. */
  field(ref: FieldRef): Fragment;
  /** The day in the query's zone. */
  today: Fragment;
};

/** In parentheses where needed: what comes back can stand in any place. */
export function emit(node: TypedNode, context: EmitContext): Fragment {
  const { dialect } = context;
  if (node.kind === "field") return context.field(node.ref);
  if (node.kind === "literal") {
    if (node.type === "date" || node.type === "timestamp") throw new Error("a day is written with date()");
    const bound = sql`${new Bound(node.type, node.value)}`;
    return node.type === "number" ? dialect.constant(bound) : bound;
  }
  return emitOperation(node, context, dialect);
}

type OperationNode = Extract<TypedNode, { kind: "operation" }>;

function emitOperation(node: OperationNode, context: EmitContext, dialect: SqlDialect): Fragment {
  const args = node.args.map((arg) => emit(arg, context));
  const arg = (index: number): Fragment => args[index] ?? sql`null`;
  const [first, second] = [arg(0), arg(1)];
  switch (node.operation) {
    case "+":
      return sql`(${first} + ${second})`;
    case "-":
      return sql`(${dialect.subtract(first, second)})`;
    case "*":
      return sql`(${dialect.multiply(first, second)})`;
    case "/":
      return sql`(${dialect.divide(first, second)})`;
    case "%":
      return sql`(${dialect.remainder(first, second)})`;
    case "negate":
      return sql`(- ${first})`;
    case "not":
      return sql`(not ${first})`;
    case "and":
      return sql`(${first} and ${second})`;
    case "or":
      return sql`(${first} or ${second})`;
    case "&":
      return dialect.concat(args);
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return emitComparison(node, first, second, dialect);
    case "if":
      return sql`(case when ${first} then ${second} else ${arg(2)} end)`;
    case "coalesce":
      return sql`coalesce(${sql.join(args)})`;
    case "is_empty":
      return node.args[0]?.type === "text"
        ? sql`(${first} is null or ${dialect.hasNoCharacters(first)})`
        : sql`(${first} is null)`;
    default:
      return emitFunction(node, args, context);
  }
}

function emitComparison(node: OperationNode, left: Fragment, right: Fragment, dialect: SqlDialect): Fragment {
  const isText = node.args[0]?.type === "text";
  if (node.operation === "=")
    return isText ? sql`(${dialect.equalsText(left, right)})` : sql`(${left} = ${right})`;
  if (node.operation === "<>" && isText) return sql`(not ${dialect.equalsText(left, right)})`;
  return sql`(${left} ${sql.raw(node.operation)} ${right})`;
}

function emitFunction(node: OperationNode, args: Fragment[], context: EmitContext): Fragment {
  const { dialect } = context;
  const [first = sql`null`, second = sql`null`, third = sql`null`] = args;
  /** Of a date, or of the wall time of a timestamp. */
  const local = (index: number): Fragment => {
    const fragment = args[index] ?? sql`null`;
    return node.args[index]?.type === "timestamp" ? dialect.local(fragment) : fragment;
  };
  const operation = node.operation;
  switch (operation) {
    case "round":
      return dialect.round(first, Number(literalOf(node.args[1]) ?? 0));
    case "floor":
    case "ceil":
      return dialect[operation](first);
    case "abs":
      return sql`abs(${first})`;
    case "least":
    case "greatest":
      // Some sources leave empty values out, others answer with none.
      return sql`coalesce(${sql.raw(operation)}(${first}, ${second}), ${first}, ${second})`;
    case "lower":
    case "upper":
    case "trim":
      return dialect[operation](first);
    case "length":
      return dialect.number(dialect.length(first));
    case "left":
    case "right":
      return dialect[operation](first, countOf(node.args[1], second, dialect));
    case "contains":
      return sql`(${dialect.contains(first, second)})`;
    case "replace":
      return dialect.replace(first, second, third);
    case "year":
    case "month":
    case "day":
    case "weekday":
    case "hour":
      return dialect.number(dialect.part(operation satisfies DatePart, local(0)));
    case "days_between":
      return dialect.number(sql`(${dialect.daysBetween(local(0), local(1))})`);
    case "add_days":
      return sql`(${dialect.addDays(local(0), second)})`;
    case "date":
      return sql`${new Bound("date", literalOf(node.args[0]) ?? null)}`;
    case "today":
      return context.today;
    default:
      return assertNever(operation as never);
  }
}

const LONGEST = 100_000;

/** How many characters: none below zero, and empty where the number is empty. */
function countOf(node: TypedNode | undefined, fragment: Fragment, dialect: SqlDialect): Fragment {
  const literal = literalOf(node);
  if (literal !== undefined) return sql`${sql.lit(Math.min(Math.trunc(Number(literal)), LONGEST))}`;
  return sql`case when ${fragment} >= 1 then ${dialect.whole(fragment)} when ${fragment} < 1 then 0 end`;
}

const literalOf = (node: TypedNode | undefined): string | undefined =>
  node?.kind === "literal" ? node.value : undefined;
