export type { Permission } from "./permissions";
export { roleMay } from "./permissions";
export { may, requirePermission } from "./require-permission";
