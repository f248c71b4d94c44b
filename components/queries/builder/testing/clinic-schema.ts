/** A small source for tests: clinics, their appointments, and the invoices of these. */
import type { SchemaColumn, SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";

const column = (name: string, valueType: SchemaColumn["valueType"]): SchemaColumn => ({
  name,
  type: valueType,
  valueType,
  nullable: false,
  comment: null,
});

function table(
  name: string,
  rowEstimate: number,
  columns: SchemaColumn[],
  pointsAt: Record<string, string> = {},
): SchemaTable {
  const foreignKeys = Object.entries(pointsAt).map(([from, to]) => ({
    columns: [from],
    schema: "public",
    table: to,
    referencedColumns: ["id"],
  }));
  return { schema: "public", name, comment: null, rowEstimate, columns, primaryKey: ["id"], foreignKeys };
}

export const CLINICS: SourceSchema = {
  readAt: "2026-11-20T06:00:00.000Z",
  tables: [
    table("schema_migrations", 90, [column("id", "number")]),
    table("clinics", 12, [column("id", "number"), column("name", "text"), column("is_open", "boolean")]),
    table(
      "appointments",
      240_000,
      [
        column("id", "number"),
        column("clinic_id", "number"),
        column("starts_at", "timestamp"),
        column("status", "text"),
      ],
      { clinic_id: "clinics" },
    ),
    table(
      "invoices",
      90_000,
      [
        column("id", "number"),
        column("appointment_id", "number"),
        column("issued_on", "date"),
        column("amount", "number"),
        column("status", "text"),
      ],
      { appointment_id: "appointments" },
    ),
  ],
};
