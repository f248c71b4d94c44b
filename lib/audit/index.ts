export { deleterNames } from "./deleter-names";
export { emitAudit } from "./emit-audit";
