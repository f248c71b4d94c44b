import type { z } from "zod";
import type {
  DefaultViewIdInput,
  SaveDefaultViewInput,
  SetFavouriteDashboardInput,
} from "@/lib/dashboards/readers/schemas";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import type {
  AudienceDto,
  ChangeSharingInput,
  ShareDashboardInput,
  TransferDashboardInput,
  UnshareDashboardInput,
} from "@/lib/dashboards/sharing/schemas";
import type { ChooseStartInput } from "@/lib/dashboards/starts/schemas";
import type { RestoreDashboardVersionInput } from "@/lib/dashboards/versions/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type Start = { dashboardId: string | null };

/** Server actions of whose a dashboard is, bound to the workspace by the page. */
export type OwnershipActions = {
  setFavourite: ServerAction<z.input<typeof SetFavouriteDashboardInput>, { isFavourite: boolean }>;
  saveView: ServerAction<z.input<typeof SaveDefaultViewInput>, DashboardView>;
  clearView: ServerAction<z.input<typeof DefaultViewIdInput>, { cleared: true }>;
  changeSharing: ServerAction<z.input<typeof ChangeSharingInput>, AudienceDto>;
  share: ServerAction<z.input<typeof ShareDashboardInput>, AudienceDto>;
  unshare: ServerAction<z.input<typeof UnshareDashboardInput>, AudienceDto>;
  transfer: ServerAction<
    z.input<typeof TransferDashboardInput>,
    { id: string; name: string; ownerName: string }
  >;
  restoreVersion: ServerAction<z.input<typeof RestoreDashboardVersionInput>, DashboardDto>;
  chooseStart: ServerAction<z.input<typeof ChooseStartInput>, Start>;
  clearOwnStart: ServerAction<Record<string, never>, Start>;
};
