"use server";

import * as deliveries from "@/lib/deliveries";
import { ResendDeliveriesInput } from "@/lib/deliveries/schemas";
import * as executions from "@/lib/executions";
import { ExecutionIdInput } from "@/lib/executions/schemas";
import { action } from "@/lib/http/action";

export const resendDeliveries = action(ResendDeliveriesInput, deliveries.resendDeliveries);
export const releaseExecution = action(ExecutionIdInput, executions.releaseExecution);
export const cancelExecution = action(ExecutionIdInput, executions.cancelExecution);
