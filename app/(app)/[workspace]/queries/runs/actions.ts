"use server";

import { action } from "@/lib/http/action";
import * as queries from "@/lib/queries";
import { RunIdInput } from "@/lib/queries/runs/schemas";

export const cancelRun = action(RunIdInput, queries.cancelRun);
