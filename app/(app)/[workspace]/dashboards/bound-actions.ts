import type { DashboardActions } from "@/components/dashboards/screen-types";
import * as actions from "./actions";
import { requestDashboardExport } from "./exports/actions";
import * as links from "./links/actions";

/** The actions of dashboards for one workspace. */
export function boundActions(slug: string): DashboardActions {
  return {
    create: actions.createDashboard.bind(null, slug),
    save: actions.saveDashboard.bind(null, slug),
    remove: actions.deleteDashboard.bind(null, slug),
    restore: actions.restoreDashboard.bind(null, slug),
    exportFile: requestDashboardExport.bind(null, slug),
    links: {
      create: links.createPublicLink.bind(null, slug),
      revoke: links.revokePublicLink.bind(null, slug),
    },
  };
}
