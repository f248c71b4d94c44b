// The package brings no types; these are the parts in use.
declare module "pg-cursor" {
  import type { FieldDef, QueryResult, Submittable } from "pg";
  import type { EventEmitter } from "node:events";
  import type { Cell } from "@/lib/charts/types";

  type CursorConfig = {
    rowMode: "array";
    types?: { getTypeParser(oid: number, format?: string): (text: string) => Cell };
  };

  export default class Cursor extends (EventEmitter as new () => EventEmitter) implements Submittable {
    constructor(text: string, values: (string | null)[], config: CursorConfig);
    submit: Submittable["submit"];
    read(
      count: number,
      done: (
        error: Error | undefined | null,
        rows: Cell[][],
        result?: QueryResult & { fields: FieldDef[] },
      ) => void,
    ): void;
    read(count: number): Promise<unknown[][]>;
    close(): Promise<void>;
  }
}
