"use client";

import { CircleAlert } from "lucide-react";
import { useFormState } from "react-hook-form";
import { useFormStatus } from "./form";

/** Says above the form why it was not saved. Stands empty while nothing is wrong. */
export function FormError() {
  const { error, strayMessages } = useFormStatus();
  const { errors, isSubmitted, isSubmitSuccessful } = useFormState();
  const wrongFields = Object.keys(errors).length;
  const title = error?.message ?? (isSubmitted && !isSubmitSuccessful ? countSentence(wrongFields) : null);

  return (
    <div role="alert" className="empty:hidden">
      {title ? (
        <div className="flex gap-2.5 rounded-md bg-bad-soft px-3 py-2.5 text-13 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div className="min-w-0">
            <p className="font-medium">{title}</p>
            {strayMessages.length > 0 ? (
              <ul className="mt-1 list-disc pl-4">
                {strayMessages.map((message) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            ) : null}
            {error?.requestId ? <p className="mt-1 text-xs">Reference {error.requestId}</p> : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

// One wrong field has the focus and its own message; repeating it above would only be noise.
function countSentence(count: number): string | null {
  return count > 1 ? `Not saved yet: ${count} fields need a change.` : null;
}
