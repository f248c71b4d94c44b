import { describe, expect, it, vi } from "vitest";
import { AppError, NotFoundError } from "./errors";

describe("AppError", () => {
  it("is known as one of ours also when another copy of the module made it", async () => {
    vi.resetModules();
    const other = await import("./errors");
    const error = new other.NotFoundError("report");
    expect(other.AppError).not.toBe(AppError);
    expect(error).toBeInstanceOf(AppError);
    expect(new Error("plain")).not.toBeInstanceOf(AppError);
    expect(new NotFoundError("report")).toBeInstanceOf(NotFoundError);
    expect(new AppError("internal", "x")).not.toBeInstanceOf(NotFoundError);
  });
});
