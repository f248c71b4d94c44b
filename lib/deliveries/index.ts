export { type DeliveryCounts, OPEN_STATES, RESENDABLE_STATES, SENT_STATES } from "./delivery-states";
export { executionPath } from "./execution-path";
export { type FileLink, fileLinkToken, fileLinkUrl, readFileLink } from "./file-link";
export { DELIVERY_FIELDS } from "./find-delivery";
export { listDeliveries } from "./list-deliveries";
export { planDeliveries } from "./plan-deliveries";
export { type RecoveredDeliveries, recoverDeliveries } from "./recover-deliveries";
export { resendDeliveries } from "./resend-deliveries";
export { failDelivery, type SendInput, sendDelivery } from "./send-delivery";
export { serializeDelivery } from "./serialize";
export { disabledNotice, settleExecution } from "./settle-execution";
export {
  deleteStoredDocument,
  executionKey,
  readStoredDocument,
  sha256Of,
  type StoredDocument,
  storeDocument,
} from "./stored-document";
