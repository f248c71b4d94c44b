"use server";

import * as exports_ from "@/lib/exports";
import { ExportIdInput, RequestExportInput } from "@/lib/exports/schemas";
import { action } from "@/lib/http/action";

export const requestExport = action(RequestExportInput, exports_.requestExport);
export const cancelExport = action(ExportIdInput, exports_.cancelExport);
