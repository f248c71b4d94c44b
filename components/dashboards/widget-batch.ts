/** Gathers what the widgets of a page ask in one moment into one request. */
import { ApiError, errorBodyOf } from "@/components/figures/fetch-json";
import type { WidgetAnswer, WidgetData } from "@/lib/dashboards/view/schemas";
import { STATUS_BY_CODE } from "@/lib/errors";

/** Hands on each answer as it arrives; throws what keeps all of them from arriving. */
export type AskAll = (
  keys: string[],
  onAnswer: (answer: WidgetAnswer) => void,
  signal: AbortSignal,
) => Promise<void>;

type Waiting = { resolve: (data: WidgetData) => void; reject: (error: unknown) => void };
type Batch = { waiting: Map<string, Waiting[]>; controller: AbortController };

/** One for each question that widgets have in common: the dashboard and the view. */
export type WidgetBatches = Map<string, Batch>;

/**
 * The data of one widget, asked for together with the others that share `question` and are asked for before the
 * present tick ends. A widget that gives up leaves alone; when all have, the request is stopped.
 */
export function askInBatch(
  batches: WidgetBatches,
  question: string,
  key: string,
  askAll: AskAll,
  signal: AbortSignal,
): Promise<WidgetData> {
  const batch = batches.get(question) ?? open(batches, question, askAll);
  return new Promise<WidgetData>((resolve, reject) => {
    const waiter = { resolve, reject };
    const waiters = batch.waiting.get(key) ?? [];
    batch.waiting.set(key, [...waiters, waiter]);
    signal.addEventListener("abort", () => leave(batch, key, waiter, signal.reason), { once: true });
  });
}

function open(batches: WidgetBatches, question: string, askAll: AskAll): Batch {
  const batch: Batch = { waiting: new Map(), controller: new AbortController() };
  batches.set(question, batch);
  setTimeout(() => {
    batches.delete(question);
    if (batch.waiting.size > 0) void send(batch, askAll);
  }, 0);
  return batch;
}

async function send(batch: Batch, askAll: AskAll): Promise<void> {
  const settle = (key: string, tell: (waiter: Waiting) => void) => {
    const waiters = batch.waiting.get(key) ?? [];
    batch.waiting.delete(key);
    waiters.forEach(tell);
  };
  let failure: unknown = CUT_SHORT;
  try {
    await askAll(
      [...batch.waiting.keys()],
      ({ key, data, error }) =>
        settle(key, ({ resolve, reject }) =>
          data ? resolve(data) : reject(new ApiError(STATUS_BY_CODE[error.code], error)),
        ),
      batch.controller.signal,
    );
  } catch (error) {
    failure = error;
  }
  for (const key of [...batch.waiting.keys()]) settle(key, ({ reject }) => reject(failure));
}

/** The connection ended between two lines. */
const CUT_SHORT = new ApiError(0, errorBodyOf(null));

function leave(batch: Batch, key: string, waiter: Waiting, reason: unknown): void {
  const waiters = batch.waiting.get(key);
  if (!waiters?.includes(waiter)) return;
  waiter.reject(reason);
  const others = waiters.filter((other) => other !== waiter);
  if (others.length > 0) batch.waiting.set(key, others);
  else batch.waiting.delete(key);
  if (batch.waiting.size === 0) batch.controller.abort();
}
