"use server";

import { action } from "@/lib/http/action";
import * as queries from "@/lib/queries";
import { ClearCacheInput } from "@/lib/queries/cache/schemas";

export const clearCache = action(ClearCacheInput, queries.clearCache);
