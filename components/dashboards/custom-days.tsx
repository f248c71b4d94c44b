"use client";

import { type FormEvent, useId, useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { decodeRange } from "@/lib/time/range-param";

type Days = { from: string; to: string };

type CustomDaysProps = { initial: Days; onApply: (days: Days) => void };

/** First and last day, both included. */
export function CustomDays({ initial, onApply }: CustomDaysProps) {
  const [days, setDays] = useState(initial);
  const [message, setMessage] = useState<string>();

  const messageId = useId();
  const invalid = message ? { "aria-invalid": true, "aria-describedby": messageId } : {};

  function apply(event: FormEvent) {
    event.preventDefault();
    const range = decodeRange(`${days.from}..${days.to}`);
    if (range?.kind === "absolute") return onApply({ from: range.from, to: range.to });
    setMessage(
      days.from && days.to
        ? "The first day must not be after the last day."
        : "Choose a first and a last day.",
    );
  }

  return (
    <form noValidate onSubmit={apply} className="mt-1 flex flex-col gap-3 border-t px-2 pt-3 pb-2">
      <div className="grid grid-cols-2 gap-3">
        <Field label="First day">
          {(control) => (
            <Input
              {...control}
              {...invalid}
              type="date"
              value={days.from}
              className="px-2 text-13"
              onChange={({ target }) => setDays({ ...days, from: target.value })}
            />
          )}
        </Field>
        <Field label="Last day">
          {(control) => (
            <Input
              {...control}
              {...invalid}
              type="date"
              value={days.to}
              className="px-2 text-13"
              onChange={({ target }) => setDays({ ...days, to: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex items-center justify-between gap-3">
        <p id={messageId} role="alert" className="text-xs text-bad">
          {message}
        </p>
        <Button type="submit" size="sm">
          Show these days
        </Button>
      </div>
    </form>
  );
}
