"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ListValues } from "./list-form";

type MemberRowProps = {
  /** 0-based place in the whole list. */
  index: number;
  problem: string | undefined;
  onRemove: () => void;
};

export function MemberRow({ index, problem, onRemove }: MemberRowProps) {
  const { register, getFieldState, formState } = useFormContext<ListValues>();
  const id = useId();
  const row = index + 1;
  // What only the server knows, e.g. a domain that is not allowed.
  const message = problem ?? getFieldState(`members.${index}.email`, formState).error?.message;
  return (
    <li className="flex items-start gap-2 border-b border-rule py-2">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[2fr_3fr]">
        <Input
          {...register(`members.${index}.name`)}
          aria-label={`Person, row ${row}`}
          placeholder="Person (optional)"
          autoComplete="off"
          className="h-8 text-13"
        />
        <div className="min-w-0">
          <Input
            {...register(`members.${index}.email`)}
            aria-label={`E-mail, row ${row}`}
            aria-invalid={message ? true : undefined}
            aria-describedby={message ? id : undefined}
            placeholder="name@example.com"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="h-8 text-13"
          />
          {message ? (
            <p id={id} className="mt-1 text-xs text-bad">
              {message}
            </p>
          ) : null}
        </div>
      </div>
      <Button variant="ghost" size="icon" aria-label={`Remove row ${row}`} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  );
}
