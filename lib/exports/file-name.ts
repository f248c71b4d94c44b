import { EXPORT_FORMATS, type ExportFormat } from "@/lib/exports/schemas";
import { fileName } from "@/lib/format/file-name";

export const exportFileName = (
  name: string,
  format: ExportFormat,
  now: Date,
  extension: string = EXPORT_FORMATS[format].extension,
): string => fileName(name, now.toISOString().slice(0, 10), extension);
