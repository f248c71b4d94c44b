"use server";

import * as dashboards from "@/lib/dashboards";
import { CreateDashboardInput, DashboardIdInput, SaveDashboardInput } from "@/lib/dashboards/schemas";
import {
  DefaultViewIdInput,
  SaveDefaultViewInput,
  SetFavouriteDashboardInput,
} from "@/lib/dashboards/readers/schemas";
import {
  ChangeSharingInput,
  ShareDashboardInput,
  TransferDashboardInput,
  UnshareDashboardInput,
} from "@/lib/dashboards/sharing/schemas";
import {
  ChooseStartInput,
  ClearOwnStartInput,
  ClearStartInput,
  SetStartInput,
} from "@/lib/dashboards/starts/schemas";
import { RestoreDashboardVersionInput } from "@/lib/dashboards/versions/schemas";
import { action } from "@/lib/http/action";

export const createDashboard = action(CreateDashboardInput, dashboards.createDashboard);
export const saveDashboard = action(SaveDashboardInput, dashboards.saveDashboard);
export const deleteDashboard = action(DashboardIdInput, dashboards.deleteDashboard);
export const restoreDashboard = action(DashboardIdInput, dashboards.restoreDashboard);

export const setFavouriteDashboard = action(SetFavouriteDashboardInput, dashboards.setFavouriteDashboard);
export const saveDefaultView = action(SaveDefaultViewInput, dashboards.saveDefaultView);
export const clearDefaultView = action(DefaultViewIdInput, dashboards.clearDefaultView);
export const changeDashboardSharing = action(ChangeSharingInput, dashboards.changeDashboardSharing);
export const shareDashboard = action(ShareDashboardInput, dashboards.shareDashboard);
export const unshareDashboard = action(UnshareDashboardInput, dashboards.unshareDashboard);
export const transferDashboard = action(TransferDashboardInput, dashboards.transferDashboard);
export const restoreDashboardVersion = action(
  RestoreDashboardVersionInput,
  dashboards.restoreDashboardVersion,
);
export const chooseOwnStart = action(ChooseStartInput, dashboards.chooseOwnStart);
export const clearOwnStart = action(ClearOwnStartInput, dashboards.clearOwnStart);
export const setDashboardStart = action(SetStartInput, dashboards.setDashboardStart);
export const clearDashboardStart = action(ClearStartInput, dashboards.clearDashboardStart);
