import { afterEach, expect, test, vi } from "vitest";
import { answerLeave, hasUnsavedChanges, markUnsaved, pendingLeave, requestLeave } from "./unsaved-changes";

afterEach(() => answerLeave(true));

test("with nothing unsaved one leaves at once", () => {
  const proceed = vi.fn();
  requestLeave(proceed);
  expect(proceed).toHaveBeenCalledOnce();
  expect(pendingLeave()).toBeNull();
});

test("with something unsaved it asks, and staying keeps it", () => {
  markUnsaved();
  const proceed = vi.fn();
  requestLeave(proceed);
  expect(pendingLeave()).not.toBeNull();
  answerLeave(false);
  expect(proceed).not.toHaveBeenCalled();
  expect(hasUnsavedChanges()).toBe(true);
});

test("leaving gives up what was typed and goes on once", () => {
  markUnsaved();
  const proceed = vi.fn();
  requestLeave(proceed);
  answerLeave(true);
  answerLeave(true);
  expect(proceed).toHaveBeenCalledOnce();
  expect(hasUnsavedChanges()).toBe(false);
});

test("one of two forms saved leaves the other unsaved", () => {
  const saved = markUnsaved();
  markUnsaved();
  saved();
  expect(hasUnsavedChanges()).toBe(true);
});
