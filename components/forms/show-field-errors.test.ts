import { createFormControl } from "react-hook-form";
import { expect, test, vi } from "vitest";
import { showFieldErrors } from "./show-field-errors";

type Values = { name: string; email: string; cron: string };

/** A form whose page shows `name` and `email`, but no field for `cron`. */
function openForm() {
  const { formControl } = createFormControl<Values, unknown, Values>({
    defaultValues: { name: "Daily", email: "ada@harbor.example", cron: "0 7 * * *" },
  });
  const focus = { name: vi.fn(), email: vi.fn() };
  for (const name of ["name", "email"] as const) {
    formControl.register(name).ref({ name, type: "text", value: "", focus: focus[name] });
  }
  return { form: formControl, focus };
}

const failure = (fields: Record<string, string>) => ({
  code: "invalid_input" as const,
  message: "The schedule was not saved.",
  details: { fields },
});

test("a message stands at its field, which gets the focus", () => {
  const { form, focus } = openForm();
  const stray = showFieldErrors(form, failure({ email: "This domain is not allowed." }));
  expect(form.getFieldState("email").error?.message).toBe("This domain is not allowed.");
  expect(focus.email).toHaveBeenCalledOnce();
  expect(stray).toEqual([]);
});

test("only the first of several wrong fields takes the focus", () => {
  const { form, focus } = openForm();
  showFieldErrors(form, failure({ name: "Taken.", email: "Not allowed." }));
  expect(focus.name).toHaveBeenCalledOnce();
  expect(focus.email).not.toHaveBeenCalled();
});

test("a message without a field on the page is handed back, and does not block the form", () => {
  const { form, focus } = openForm();
  const stray = showFieldErrors(form, failure({ cron: "The time is missing.", name: "Taken." }));
  expect(stray).toEqual(["The time is missing."]);
  expect(form.getFieldState("cron").error).toBeUndefined();
  expect(focus.name).toHaveBeenCalledOnce();
});

test("a failure without fields changes nothing", () => {
  const { form } = openForm();
  expect(showFieldErrors(form, { code: "conflict", message: "Someone was faster.", details: {} })).toEqual(
    [],
  );
  expect(form.getFieldState("name").error).toBeUndefined();
});
