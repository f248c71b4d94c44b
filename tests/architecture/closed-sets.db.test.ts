import { describe, expect, it } from "vitest";
import type { ZodEnum } from "zod";
import { PublicLinkKind } from "@/lib/dashboards/links/schemas";
import { DashboardType } from "@/lib/dashboards/schemas";
import { ShareAccess } from "@/lib/dashboards/sharing/schemas";
import { DataSourceState } from "@/lib/data-sources/schemas";
import { DeliveryState } from "@/lib/deliveries/schemas";
import { ExecutionState } from "@/lib/executions/schemas";
import { MemberRole } from "@/lib/members/schemas";
import { PictureType } from "@/lib/pictures/schemas";
import { RunState } from "@/lib/queries/runs/schemas";
import { QueryPurpose } from "@/lib/queries/schemas";
import { ReportFormat } from "@/lib/reports/schemas";
import { ScheduleState } from "@/lib/schedules/schemas";
import { Visibility } from "@/lib/sharing/schemas";
import { withOwner } from "../support/database";

const SETS: [constraint: string, values: ZodEnum][] = [
  ["memberships_role_check", MemberRole],
  ["dashboards_type_check", DashboardType],
  ["dashboards_visibility_check", Visibility],
  ["queries_visibility_check", Visibility],
  ["dashboard_shares_access_check", ShareAccess],
  ["data_sources_state_check", DataSourceState],
  ["report_schedules_state_check", ScheduleState],
  ["report_executions_state_check", ExecutionState],
  ["report_files_format_check", ReportFormat],
  ["delivery_logs_state_check", DeliveryState],
  ["query_runs_state_check", RunState],
  ["query_runs_purpose_check", QueryPurpose],
  ["public_links_kind_check", PublicLinkKind],
  ["pictures_media_type_check", PictureType],
];

describe("closed sets", () => {
  it.each(SETS)("%s allows exactly what the code knows", async (constraint, values) => {
    const definition = await withOwner(async (client) => {
      const { rows } = await client.query<{ definition: string }>(
        "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1",
        [constraint],
      );
      return rows[0]?.definition ?? "";
    });
    const allowed = [...definition.matchAll(/'([^']+)'/g)].map((match) => match[1]);
    expect(new Set(allowed)).toEqual(new Set(values.options));
  });

  it("every table with updated_at keeps it by trigger", async () => {
    const missing = await withOwner(async (client) => {
      const { rows } = await client.query<{ table_name: string }>(`
        SELECT c.table_name FROM information_schema.columns c
        WHERE c.table_schema = 'public' AND c.column_name = 'updated_at' AND NOT EXISTS (
          SELECT 1 FROM information_schema.triggers t
          WHERE t.event_object_table = c.table_name AND t.trigger_name = 'touch_updated_at')`);
      return rows.map((row) => row.table_name);
    });
    expect(missing).toEqual([]);
  });
});
