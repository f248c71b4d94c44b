import type pg from "pg";
import type { FieldDef, Submittable } from "pg";

/** What the server makes of a text: the types of its placeholders, in their order, and its columns. */
export type StatementShape = { parameters: number[]; fields: FieldDef[] };

type Wire = {
  parse(message: { text: string; name: string; types: number[] }, more: boolean): void;
  describe(message: { type: "S"; name: string }, more: boolean): void;
  sync(): void;
  on(event: "parameterDescription", listener: (message: { dataTypeIDs: number[] }) => void): void;
  off(event: "parameterDescription", listener: (message: { dataTypeIDs: number[] }) => void): void;
};

/**
 * Lets the server parse a text without running it. The extended protocol takes exactly one statement, complete on
 * its own. Throws what the driver throws.
 */
export function parseStatement(client: pg.Client, text: string): Promise<StatementShape> {
  return new Promise((resolve, reject) => {
    client.query(new Parse(text, resolve, reject));
  });
}

class Parse implements Submittable {
  private parameters: number[] = [];
  private fields: FieldDef[] = [];
  private wire: Wire | undefined;
  private error: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly resolve: (shape: StatementShape) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: unknown): void {
    const wire = connection as Wire;
    this.wire = wire;
    wire.on("parameterDescription", this.onParameters);
    wire.parse({ text: this.text, name: "", types: [] }, true);
    wire.describe({ type: "S", name: "" }, true);
    wire.sync();
  }

  handleRowDescription(message: { fields: FieldDef[] }): void {
    this.fields = message.fields;
  }

  handleError(error: Error): void {
    this.error = error;
    // A connection that is lost says so here and never gets ready again.
    this.finish();
  }

  handleReadyForQuery(): void {
    this.finish();
  }

  private readonly onParameters = (message: { dataTypeIDs: number[] }): void => {
    this.parameters = message.dataTypeIDs;
  };

  private finish(): void {
    this.wire?.off("parameterDescription", this.onParameters);
    if (this.error) this.reject(this.error);
    else this.resolve({ parameters: this.parameters, fields: this.fields });
  }
}
