import type { ErrorBody } from "@/lib/errors";

/** What every server action answers: a failure is a value, so that a form can show it and keep what was typed. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

/** A server action as the browser sees it. */
export type ServerAction<Input, Output> = (input: Input) => Promise<ActionResult<Output>>;
