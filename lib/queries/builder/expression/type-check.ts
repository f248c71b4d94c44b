/** The tree of an expression with the type of each part, its columns found. */
import type { ColumnType } from "@/lib/charts/types";
import type { FieldRef } from "@/lib/queries/builder/schema";
import {
  type ArgumentType,
  findFunction,
  FUNCTIONS,
  type FunctionDefinition,
  type FunctionName,
} from "./functions";
import { type Operator, parseExpression, type Syntax } from "./parse";
import { closest } from "./suggest";
import { ExpressionError } from "./tokens";

/** What `[name]` or `[table.name]` may mean. */
export type NamedField = { names: readonly string[]; ref: FieldRef; type: ColumnType };

export type Operation = Operator | "negate" | "not" | FunctionName;
export type TypedNode = { type: ColumnType; position: number } & (
  | { kind: "literal"; value: string }
  | { kind: "field"; ref: FieldRef }
  | { kind: "operation"; operation: Operation; args: TypedNode[] }
);

/** Throws InvalidInputError with `details.position` (1-based). `fields` in order of preference. */
export function typeExpression(expression: string, fields: readonly NamedField[]): TypedNode {
  return new Checker(fields).check(parseExpression(expression));
}

/** The texts in brackets, in order; none while the expression cannot be read. */
export function columnsIn(expression: string): string[] {
  try {
    return namesIn(parseExpression(expression));
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

function namesIn(node: Syntax): string[] {
  switch (node.kind) {
    case "column":
      return [node.text];
    case "binary":
      return [...namesIn(node.left), ...namesIn(node.right)];
    case "unary":
      return namesIn(node.operand);
    case "call":
      return node.args.flatMap(namesIn);
    default:
      return [];
  }
}

/** A column's name as expressions write it. */
export const inBrackets = (name: string): string => `[${name.replaceAll("]", "]]")}]`;

/** Whether brackets around `written` mean the column `name`, for people who type. */
export const isWritten = (name: string, written: string): boolean =>
  name === written || name.trim().toLowerCase() === written.trim().toLowerCase();

export const TYPE_WORDS = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  date: "a date",
  timestamp: "a time",
} as const satisfies Record<ColumnType, string>;

const isTime = (type: ColumnType): boolean => type === "date" || type === "timestamp";
const ARITHMETIC = new Set<Operator>(["+", "-", "*", "/", "%"]);

class Checker {
  constructor(private readonly fields: readonly NamedField[]) {}

  check(node: Syntax): TypedNode {
    const { position } = node;
    switch (node.kind) {
      case "number":
        return { kind: "literal", type: "number", value: node.text, position };
      case "text":
        if (node.text.includes("\0"))
          throw new ExpressionError("This text holds a zero character. Delete it.", position);
        return { kind: "literal", type: "text", value: node.text, position };
      case "boolean":
        return { kind: "literal", type: "boolean", value: String(node.value), position };
      case "column":
        return this.column(node.text, position);
      case "unary": {
        const wanted = node.operator === "-" ? "number" : "boolean";
        const operand = this.expect(node.operand, wanted, node.operator);
        const operation = node.operator === "-" ? "negate" : "not";
        return { kind: "operation", type: wanted, operation, args: [operand], position };
      }
      case "binary":
        return this.binary(node.operator, node.left, node.right, position);
      case "call":
        return this.call(node.name, node.args, position);
    }
  }

  private column(text: string, position: number): TypedNode {
    const exact = this.fields.filter(({ names }) => names.includes(text));
    const found =
      exact.length > 0
        ? exact
        : this.fields.filter(({ names }) => names.some((name) => isWritten(name, text)));
    const [field] = found;
    if (!field) {
      const all = this.fields.flatMap(({ names }) => names.slice(0, 1));
      const near = closest(text, all);
      const advice = near
        ? ` Did you mean ${inBrackets(near)}?`
        : all.length > 0
          ? ` There is ${all.slice(0, 8).map(inBrackets).join(", ")}.`
          : "";
      throw new ExpressionError(`There is no column ${JSON.stringify(text)}.${advice}`, position);
    }
    if (found.length > 1) {
      const choices = found.map(({ names }) => inBrackets(names.at(-1) ?? "")).join(" or ");
      throw new ExpressionError(
        `Several tables have a column ${JSON.stringify(text)}. Write ${choices}.`,
        position,
      );
    }
    return { kind: "field", ref: field.ref, type: field.type, position };
  }

  private expect(node: Syntax, wanted: ColumnType, user: string): TypedNode {
    const typed = this.check(node);
    if (typed.type === wanted) return typed;
    throw new ExpressionError(
      `${user} needs ${TYPE_WORDS[wanted]}, and this is ${TYPE_WORDS[typed.type]}.`,
      typed.position,
    );
  }

  private binary(operator: Operator, leftNode: Syntax, rightNode: Syntax, position: number): TypedNode {
    const operands = (wanted: ColumnType) =>
      [leftNode, rightNode].map((node) => this.expect(node, wanted, operator));
    if (ARITHMETIC.has(operator))
      return { kind: "operation", type: "number", operation: operator, args: operands("number"), position };
    if (operator === "&")
      return { kind: "operation", type: "text", operation: operator, args: operands("text"), position };
    if (operator === "and" || operator === "or")
      return { kind: "operation", type: "boolean", operation: operator, args: operands("boolean"), position };
    const left = this.check(leftNode);
    const right = this.check(rightNode);
    if (left.type !== right.type)
      throw new ExpressionError(
        `${TYPE_WORDS[left.type]} cannot be compared with ${TYPE_WORDS[right.type]}.${isTime(left.type) && isTime(right.type) ? " Make the time a date with add_days(…, 0)." : ""}`,
        right.position,
      );
    if (operator !== "=" && operator !== "<>" && (left.type === "text" || left.type === "boolean"))
      throw new ExpressionError(
        `${operator} compares numbers and dates, and this is ${TYPE_WORDS[left.type]}.`,
        left.position,
      );
    return { kind: "operation", type: "boolean", operation: operator, args: [left, right], position };
  }

  private call(name: string, argNodes: Syntax[], position: number): TypedNode {
    const definition = findFunction(name);
    if (!definition) {
      const near = closest(
        name,
        FUNCTIONS.map((each) => each.name),
      );
      throw new ExpressionError(
        `There is no function ${name}.${near ? ` Did you mean ${near}?` : ""}`,
        position,
      );
    }
    const most = definition.repeats ? 50 : definition.args.length;
    const least = definition.args.length - (definition.optional ?? 0) - (definition.repeats ? 1 : 0);
    if (argNodes.length < least || argNodes.length > most)
      throw new ExpressionError(
        `Write ${definition.signature}: it has ${argNodes.length} values here.`,
        position,
      );
    const args = argNodes.map((node) => this.check(node));
    const same = this.checkArguments(definition, args);
    const type = definition.result === "same" ? (same ?? "text") : definition.result;
    return { kind: "operation", operation: definition.name, args, type, position };
  }

  /** Answers the type of the `same` arguments. */
  private checkArguments(definition: FunctionDefinition, args: TypedNode[]): ColumnType | undefined {
    let same: ColumnType | undefined;
    args.forEach((arg, index) => {
      const wanted = definition.args[index] ?? definition.args.at(-1) ?? "any";
      if (wanted === "same") same ??= arg.type;
      const problem = mismatch(wanted, arg, same);
      if (problem)
        throw new ExpressionError(
          `${definition.name}: ${problem}. Write ${definition.signature}.`,
          arg.position,
        );
    });
    return same;
  }
}

function mismatch(wanted: ArgumentType, arg: TypedNode, same: ColumnType | undefined): string | null {
  const found = `this is ${TYPE_WORDS[arg.type]}`;
  switch (wanted) {
    case "any":
      return null;
    case "same":
      return same && arg.type !== same
        ? `the values must be of one kind: the first is ${TYPE_WORDS[same]}, ${found}`
        : null;
    case "time":
      return isTime(arg.type) ? null : `a date or a time is needed, and ${found}`;
    case "literal":
      return arg.kind === "literal" && isDay(arg.value)
        ? null
        : "a day that exists is needed, written as '2026-01-31'";
    case "digits":
      return arg.kind === "literal" && /^(10|\d)$/.test(arg.value)
        ? null
        : "digits are a whole number from 0 to 10";
    default:
      return arg.type === wanted ? null : `${TYPE_WORDS[wanted]} is needed, and ${found}`;
  }
}

function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
