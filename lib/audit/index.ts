export { emitAudit } from "./emit-audit";
