import { ChartColumn, Cylinder, Database, FileSpreadsheet, type LucideIcon } from "lucide-react";
import { KIND_LABELS, SourceKind } from "@/lib/data-sources/schemas";

type KindLook = {
  icon: LucideIcon;
  label: string;
  /** One sentence for somebody who has to choose. */
  description: string;
};

export const KIND_LOOKS = {
  POSTGRESQL: {
    icon: Database,
    label: KIND_LABELS.POSTGRESQL,
    description: "Also as a service: RDS, Cloud SQL, Azure, Supabase, Timescale.",
  },
  MYSQL: {
    icon: Cylinder,
    label: KIND_LABELS.MYSQL,
    description: "The database of many shops and web applications.",
  },
  CLICKHOUSE: {
    icon: ChartColumn,
    label: KIND_LABELS.CLICKHOUSE,
    description: "A warehouse for very large tables, also as a service.",
  },
  FILES: {
    icon: FileSpreadsheet,
    label: KIND_LABELS.FILES,
    description: "CSV, Excel, JSON lines or Parquet from your computer. No database needed.",
  },
} as const satisfies Record<SourceKind, KindLook>;

/** In the address of the form: `?kind=mysql`. */
export function kindParameter(kind: SourceKind): string {
  return kind.toLowerCase();
}

export function kindOfParameter(value: string | string[] | undefined): SourceKind | null {
  const parsed = SourceKind.safeParse(typeof value === "string" ? value.toUpperCase() : value);
  return parsed.success ? parsed.data : null;
}
