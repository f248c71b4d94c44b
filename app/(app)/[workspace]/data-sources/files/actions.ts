"use server";

import * as dataSources from "@/lib/data-sources";
import {
  FileLoadIdInput,
  FileTableIdInput,
  RenameFileTableInput,
  RequestLoadInput,
} from "@/lib/data-sources/files/schemas";
import { action } from "@/lib/http/action";

export const requestLoad = action(RequestLoadInput, dataSources.requestLoad);
export const cancelLoad = action(FileLoadIdInput, dataSources.cancelLoad);
export const discardUpload = action(FileLoadIdInput, dataSources.discardUpload);
export const renameFileTable = action(RenameFileTableInput, dataSources.renameFileTable);
export const deleteFileTable = action(FileTableIdInput, dataSources.deleteFileTable);
