"use server";

import { action } from "@/lib/http/action";
import * as queries from "@/lib/queries";
import { CreateQueryInput, QueryIdInput, UpdateQueryInput } from "@/lib/queries/schemas";

export const createQuery = action(CreateQueryInput, queries.createQuery);
export const updateQuery = action(UpdateQueryInput, queries.updateQuery);
export const deleteQuery = action(QueryIdInput, queries.deleteQuery);
