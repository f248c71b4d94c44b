import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newRunId } from "@/lib/queries/runs/run-id";

describe("newRunId", () => {
  it("is a UUID of version 7 that begins with its moment", () => {
    const now = new Date("2126-11-20T08:00:00Z");
    const id = newRunId(now);
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
  });

  it("orders ids by when they were made, also at one moment and when the clock goes back", () => {
    const moments = [new Date("2127-01-01"), new Date("2127-01-02"), new Date("2127-01-01")];
    const ids = moments.flatMap((moment) => Array.from({ length: 5000 }, () => newRunId(moment)));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(15_000);
  });
});
