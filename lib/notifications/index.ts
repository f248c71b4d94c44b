export { mailNotices } from "./mail-notices";
export { recordLoadNotice } from "./record-load-notice";
export { listNotifications, markNotificationsRead } from "./read-notifications";
export { type Notice, type PendingNotice, recordNotice } from "./record-notice";
