/** One piece of work for everybody who wants the same at the same time. */
import { AppError } from "@/lib/errors";
import { onAbort } from "@/lib/utils/on-abort";

type Flight<T> = { promise: Promise<T>; waiters: number; controller: AbortController };

export type Flights<T> = Map<string, Flight<T>>;

/**
 * Starts the work, or joins it while it runs. A waiter that aborts leaves with `cancelled` and nobody else
 * notices; when the last one has left, the work's own signal aborts.
 */
export function joinFlight<T>(
  flights: Flights<T>,
  key: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): { promise: Promise<T>; joined: boolean } {
  const present = flights.get(key);
  const flight = present ?? start(flights, key, work);
  return { promise: wait(flights, key, flight, signal), joined: present !== undefined };
}

function start<T>(flights: Flights<T>, key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
  const controller = new AbortController();
  const flight: Flight<T> = { promise: work(controller.signal), waiters: 0, controller };
  flights.set(key, flight);
  const land = () => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  flight.promise.then(land, land);
  return flight;
}

function wait<T>(
  flights: Flights<T>,
  key: string,
  flight: Flight<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  flight.waiters += 1;
  return new Promise((resolve, reject) => {
    const leave = () => {
      flight.waiters -= 1;
      if (flight.waiters === 0) {
        // Whoever asks from now on starts anew instead of joining work that is being stopped.
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      }
      reject(new AppError("cancelled", "The query was cancelled."));
    };
    const stopListening = signal && !signal.aborted ? onAbort(signal, leave) : () => undefined;
    flight.promise.then(resolve, reject).finally(stopListening);
    if (signal?.aborted) leave();
  });
}
