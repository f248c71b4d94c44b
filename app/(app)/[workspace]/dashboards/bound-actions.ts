import type { OwnershipActions } from "@/components/dashboards/people/ownership-actions";
import type { DashboardActions } from "@/components/dashboards/screen-types";
import * as actions from "./actions";
import { requestDashboardExport } from "./exports/actions";
import * as links from "./links/actions";
import { saveAsTemplate } from "./templates/actions";

/** The actions of dashboards for one workspace. */
export function boundActions(slug: string): DashboardActions {
  return {
    own: boundOwnership(slug),
    create: actions.createDashboard.bind(null, slug),
    save: actions.saveDashboard.bind(null, slug),
    remove: actions.deleteDashboard.bind(null, slug),
    restore: actions.restoreDashboard.bind(null, slug),
    exportFile: requestDashboardExport.bind(null, slug),
    saveAsTemplate: saveAsTemplate.bind(null, slug),
    links: {
      create: links.createPublicLink.bind(null, slug),
      revoke: links.revokePublicLink.bind(null, slug),
    },
  };
}

/** Those of sharing, history and what a dashboard is to each person. */
function boundOwnership(slug: string): OwnershipActions {
  return {
    setFavourite: actions.setFavouriteDashboard.bind(null, slug),
    saveView: actions.saveDefaultView.bind(null, slug),
    clearView: actions.clearDefaultView.bind(null, slug),
    changeSharing: actions.changeDashboardSharing.bind(null, slug),
    share: actions.shareDashboard.bind(null, slug),
    unshare: actions.unshareDashboard.bind(null, slug),
    transfer: actions.transferDashboard.bind(null, slug),
    restoreVersion: actions.restoreDashboardVersion.bind(null, slug),
    chooseStart: actions.chooseOwnStart.bind(null, slug),
    clearOwnStart: actions.clearOwnStart.bind(null, slug),
  };
}
