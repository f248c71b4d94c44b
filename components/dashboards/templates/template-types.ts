import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { DashboardFromTemplateInput } from "@/lib/dashboards/templates/schemas";
import type { ServerAction } from "@/lib/http/action-result";

export type CreateFromTemplate = ServerAction<DashboardFromTemplateInput, DashboardDto>;
