"use server";

import * as dataSources from "@/lib/data-sources";
import {
  CreateDataSourceInput,
  DataSourceIdInput,
  TestConnectionInput,
  UpdateDataSourceInput,
} from "@/lib/data-sources/schemas";
import { action } from "@/lib/http/action";

export const createDataSource = action(CreateDataSourceInput, dataSources.createDataSource);
export const updateDataSource = action(UpdateDataSourceInput, dataSources.updateDataSource);
export const deleteDataSource = action(DataSourceIdInput, dataSources.deleteDataSource);
export const testConnection = action(TestConnectionInput, dataSources.testConnection);
export const checkDataSource = action(DataSourceIdInput, dataSources.checkDataSource);
