import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ErrorBody } from "@/lib/errors";

/**
 * Puts the server's messages beside their fields and moves the focus to the first of them.
 * Returns the messages whose field the form does not show, so that none is lost.
 */
export function showFieldErrors<Values extends FieldValues>(
  methods: Pick<UseFormReturn<Values, unknown, Values>, "setError" | "getFieldState" | "clearErrors">,
  error: ErrorBody,
): string[] {
  const stray: string[] = [];
  let focused = false;
  for (const [name, message] of Object.entries(error.details.fields ?? {})) {
    const path = name as FieldPath<Values>;
    methods.setError(path, { type: "server", message }, { shouldFocus: !focused });
    // Only a field that is on the page has an element to point to.
    if (methods.getFieldState(path).error?.ref) {
      focused = true;
    } else {
      methods.clearErrors(path);
      stray.push(message);
    }
  }
  return stray;
}
