/** What asks to leave the page, waiting for the reader's answer. */
export type LeaveRequest = { proceed: () => void };

const dirtyForms = new Set<symbol>();
const listeners = new Set<() => void>();
let pending: LeaveRequest | null = null;

/** Marks something as unsaved until the returned function is called. */
export function markUnsaved(): () => void {
  const form = Symbol("unsaved form");
  dirtyForms.add(form);
  return () => dirtyForms.delete(form);
}

export function hasUnsavedChanges(): boolean {
  return dirtyForms.size > 0;
}

/** Goes on at once when nothing is unsaved; otherwise asks first. For navigation that is not a link. */
export function requestLeave(proceed: () => void): void {
  if (hasUnsavedChanges()) setPending({ proceed });
  else proceed();
}

/** `leave` gives up what was typed; otherwise the reader stays. */
export function answerLeave(leave: boolean): void {
  const request = pending;
  setPending(null);
  if (!leave) return;
  dirtyForms.clear();
  request?.proceed();
}

export function subscribeToLeave(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function pendingLeave(): LeaveRequest | null {
  return pending;
}

function setPending(request: LeaveRequest | null): void {
  pending = request;
  for (const listener of listeners) listener();
}
