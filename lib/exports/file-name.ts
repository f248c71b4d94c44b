import { EXPORT_FORMATS, type ExportFormat } from "@/lib/exports/schemas";
import { fileName } from "@/lib/format/file-name";

export const exportFileName = (name: string, format: ExportFormat, now: Date): string =>
  fileName(name, now.toISOString().slice(0, 10), EXPORT_FORMATS[format].extension);
