"use server";

import { action } from "@/lib/http/action";
import * as queries from "@/lib/queries";
import {
  CopyQueryInput,
  CreateQueryInput,
  QueryIdInput,
  RestoreVersionInput,
  SetFavouriteInput,
  TransferQueryInput,
  UpdateQueryInput,
  UseTemplateInput,
} from "@/lib/queries/schemas";

export const createQuery = action(CreateQueryInput, queries.createQuery);
export const updateQuery = action(UpdateQueryInput, queries.updateQuery);
export const deleteQuery = action(QueryIdInput, queries.deleteQuery);
export const restoreQuery = action(QueryIdInput, queries.restoreQuery);
export const copyQuery = action(CopyQueryInput, queries.copyQuery);
export const setFavouriteQuery = action(SetFavouriteInput, queries.setFavouriteQuery);
export const restoreQueryVersion = action(RestoreVersionInput, queries.restoreQueryVersion);
export const transferQuery = action(TransferQueryInput, queries.transferQuery);
export const createFromTemplate = action(UseTemplateInput, queries.createFromTemplate);
