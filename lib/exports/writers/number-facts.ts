import type { Cell } from "@/lib/charts/types";

/** DuckDB's widest decimal. */
const MAX_DIGITS = 38;
const PLAIN = /^-?(\d+)(?:\.(\d+))?$/;

/** What the numbers of a column need: the narrowest type that holds each of them exactly. */
export class NumberFacts {
  private whole = 0;
  private scale = 0;
  private isDouble = false;

  see(cell: Cell): void {
    if (cell === null || this.isDouble) return;
    const match = PLAIN.exec(String(cell));
    if (!match) {
      this.isDouble = true;
      return;
    }
    this.whole = Math.max(this.whole, (match[1] ?? "").length);
    this.scale = Math.max(this.scale, (match[2] ?? "").length);
  }

  /** BIGINT for whole numbers, DECIMAL for others, DOUBLE where neither holds them all. */
  duckdbType(): string {
    const digits = this.whole + this.scale;
    if (this.isDouble || digits > MAX_DIGITS) return "DOUBLE";
    if (this.scale === 0 && this.whole <= 18) return "BIGINT";
    return `DECIMAL(${Math.max(digits, 1)}, ${this.scale})`;
  }
}
