"use server";

import { action } from "@/lib/http/action";
import * as notifications from "@/lib/notifications";
import { MarkNotificationsReadInput } from "@/lib/notifications/schemas";

export const markNotificationsRead = action(MarkNotificationsReadInput, notifications.markNotificationsRead);
