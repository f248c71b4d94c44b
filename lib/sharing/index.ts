export { type Belonging, belongingOf, NOWHERE } from "./belonging";
export { requireKeeper, requireSomebodyElse, takeableFrom } from "./require-keeper";
export { requireSharing } from "./require-sharing";
export {
  isAdmin,
  isSharedWith,
  maySee,
  memberMaySee,
  type Shared,
  visibleConditions,
  visibleTo,
} from "./visibility";
