/** An expression's text to a tree, by Pratt's method. Nothing is known of columns and types yet. */
import { ExpressionError, type Token, tokenize } from "./tokens";

export type Operator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "&"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "and"
  | "or";
export type Syntax = { position: number } & (
  | { kind: "number" | "text" | "column"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "call"; name: string; args: Syntax[] }
  | { kind: "binary"; operator: Operator; left: Syntax; right: Syntax }
  | { kind: "unary"; operator: "-" | "not"; operand: Syntax }
);

const DEEPEST = 40;
/** The higher binds tighter. */
const STRENGTH: Record<Operator, number> = {
  or: 1,
  and: 2,
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "&": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%": 7,
};
const NOT = 3;
const MINUS = 8;

/** Throws InvalidInputError with `details.position`. */
export function parseExpression(expression: string): Syntax {
  return new Parser(tokenize(expression)).whole();
}

class Parser {
  private at = 0;
  private depth = 0;
  constructor(private readonly tokens: Token[]) {}

  whole(): Syntax {
    const tree = this.expression(0);
    const rest = this.peek();
    if (rest.kind !== "end") throw unexpected(rest, "an operator such as + or &");
    return tree;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: "end", text: "", position: 1 };
  }
  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }
  private takeSymbol(text: string): boolean {
    const isNext = this.peek().kind === "symbol" && this.peek().text === text;
    if (isNext) this.at += 1;
    return isNext;
  }
  private close(open: Token): void {
    if (this.takeSymbol(")")) return;
    throw new ExpressionError(
      `The bracket at character ${open.position} is not closed. Add ).`,
      this.peek().position,
    );
  }

  private expression(least: number): Syntax {
    this.depth += 1;
    if (this.depth > DEEPEST)
      throw new ExpressionError(
        "This expression is nested too deeply. Divide it into several calculated columns.",
        this.peek().position,
      );
    let left = this.operand();
    for (;;) {
      const token = this.peek();
      const operator = operatorOf(token);
      if (!operator || STRENGTH[operator] <= least) break;
      this.at += 1;
      const right = this.expression(STRENGTH[operator]);
      if (STRENGTH[operator] === STRENGTH["="] && isComparison(operatorOf(this.peek())))
        throw new ExpressionError("Comparisons are not chained. Join them with and.", this.peek().position);
      left = { kind: "binary", operator, left, right, position: token.position };
    }
    this.depth -= 1;
    return left;
  }

  private operand(): Syntax {
    const token = this.take();
    const { position, text } = token;
    if (token.kind === "number" || token.kind === "text" || token.kind === "column")
      return { kind: token.kind, text, position };
    if (token.kind === "symbol" && text === "(") {
      const inner = this.expression(0);
      this.close(token);
      return inner;
    }
    if (token.kind === "symbol" && text === "-")
      return { kind: "unary", operator: "-", operand: this.expression(MINUS), position };
    if (token.kind === "name" && text === "not")
      return { kind: "unary", operator: "not", operand: this.expression(NOT), position };
    if (token.kind === "name" && (text === "true" || text === "false"))
      return { kind: "boolean", value: text === "true", position };
    if (token.kind === "name" && text !== "and" && text !== "or") return this.call(token);
    throw unexpected(token, "a column, a value or a function");
  }

  private call(name: Token): Syntax {
    const open = this.peek();
    if (!this.takeSymbol("("))
      throw new ExpressionError(
        `A function is written with brackets, as ${name.text}(…); a column as [${name.text}].`,
        name.position,
      );
    const args: Syntax[] = [];
    if (!this.takeSymbol(")")) {
      do args.push(this.expression(0));
      while (this.takeSymbol(","));
      this.close(open);
    }
    return { kind: "call", name: name.text, args, position: name.position };
  }
}

function operatorOf(token: Token): Operator | null {
  if (token.kind !== "symbol" && token.kind !== "name") return null;
  const text = token.text === "!=" ? "<>" : token.text;
  return Object.hasOwn(STRENGTH, text) ? (text as Operator) : null;
}

const isComparison = (operator: Operator | null): boolean =>
  operator !== null && STRENGTH[operator] === STRENGTH["="];

function unexpected(token: Token, expected: string): ExpressionError {
  const found =
    token.kind === "end" ? "The expression ends here" : `${JSON.stringify(token.text)} stands here`;
  return new ExpressionError(`${found}, where ${expected} is expected.`, token.position);
}
