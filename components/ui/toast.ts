/** Short messages about what just happened. What draws them is loaded by the first thing a person does. */
import type { ExternalToast } from "sonner";

export type ToastKind = "message" | "success" | "error";
export type ToastCall = [kind: ToastKind, title: string, options?: ExternalToast];
type Show = (...call: ToastCall) => void;

let show: Show | null = null;
let waiting: readonly ToastCall[] = [];
const listeners = new Set<() => void>();

function say(...call: ToastCall): void {
  if (show) return show(...call);
  waiting = [...waiting, call];
  for (const listener of listeners) listener();
}

export const toast = Object.assign(
  (title: string, options?: ExternalToast) => say("message", title, options),
  {
    success: (title: string, options?: ExternalToast) => say("success", title, options),
    error: (title: string, options?: ExternalToast) => say("error", title, options),
  },
);

/** Whether anything was said that nobody shows yet, as a store for `useSyncExternalStore`. */
export const waitingToasts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  any: () => waiting.length > 0,
};

/** From now on `next` shows what is said, beginning with what waited. The returned function ends that. */
export function showToasts(next: Show): () => void {
  show = next;
  for (const call of waiting) next(...call);
  waiting = [];
  return () => void (show = null);
}
