import type { DashboardActions } from "@/components/dashboards/screen-types";
import * as actions from "./actions";

/** The actions of dashboards for one workspace. */
export function boundActions(slug: string): DashboardActions {
  return {
    create: actions.createDashboard.bind(null, slug),
    save: actions.saveDashboard.bind(null, slug),
    remove: actions.deleteDashboard.bind(null, slug),
    restore: actions.restoreDashboard.bind(null, slug),
  };
}
