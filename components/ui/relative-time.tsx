"use client";

import { useSyncExternalStore } from "react";
import { formatDateTime } from "@/lib/format/dates";
import { cn } from "@/lib/utils/cn";
import { relativeTimeText } from "./relative-time-text";
import { useTip } from "./tip";

type RelativeTimeProps = {
  /** The moment, ISO 8601. */
  at: string;
  /** IANA zone in which the absolute time is told. */
  zone: string;
  locale?: string;
  /** The server's now, ISO 8601: the first paint is then relative too. Without it the absolute time stands first. */
  now?: string;
  /** Without the tooltip of its own, for use inside a link or a button; the absolute time is then the title. */
  plain?: boolean;
  className?: string;
};

/** "2 hours ago", with the absolute time and its zone on hover and focus. */
export function RelativeTime({
  at,
  zone,
  locale = "en-GB",
  now,
  plain = false,
  className,
}: RelativeTimeProps) {
  const tick = useSyncExternalStore(subscribeToMinutes, currentMinute, () => null);
  const reference = tick ?? now;
  const absolute = formatDateTime(at, { zone, locale });
  const text = reference === undefined ? absolute : relativeTimeText(at, reference, { zone, locale });

  if (plain) {
    return (
      <time dateTime={at} title={absolute} className={cn("whitespace-nowrap", className)}>
        {text}
      </time>
    );
  }
  return <TimeWithTip at={at} text={text} absolute={absolute} className={className} />;
}

type TimeWithTipProps = { at: string; text: string; absolute: string; className?: string };

function TimeWithTip({ at, text, absolute, className }: TimeWithTipProps) {
  const { reach, tip } = useTip(absolute);
  return (
    <time
      {...reach}
      dateTime={at}
      aria-description={absolute}
      tabIndex={0}
      className={cn("relative rounded-sm whitespace-nowrap", className)}
    >
      {text}
      {tip}
    </time>
  );
}

const TICK_MS = 15_000;

// One clock for the whole page, however many times it shows.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribeToMinutes(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Rounded, because the snapshot of a store must not change between two looks.
function currentMinute(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}
