/** Inputs and DTOs of notifications: what happened that somebody should look at. Client-safe. */
import { z } from "zod";

export const NotificationKind = z.enum([
  "EXECUTION_HELD",
  "EXECUTION_FAILED",
  "SCHEDULE_DISABLED",
  "DELIVERY_FAILED",
  "MISSED_RUN",
  "EXPORT_READY",
  "EXPORT_FAILED",
  "LOAD_READY",
  "LOAD_FAILED",
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

export const ListNotificationsInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** Without ids: all of them. */
export const MarkNotificationsReadInput = z.object({ ids: z.array(z.uuid()).min(1).max(100).optional() });

export type NotificationDto = {
  id: string;
  kind: NotificationKind;
  title: string;
  body: string;
  /** A path of this application, e.g. "/harbor/deliveries/…". */
  href: string | null;
  readAt: string | null;
  createdAt: string;
};
export type NotificationList = { notifications: NotificationDto[]; unread: number };
