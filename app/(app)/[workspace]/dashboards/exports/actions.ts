"use server";

import * as exports_ from "@/lib/exports";
import { RequestDashboardExportInput } from "@/lib/exports/schemas";
import { action } from "@/lib/http/action";

export const requestDashboardExport = action(RequestDashboardExportInput, exports_.requestDashboardExport);
