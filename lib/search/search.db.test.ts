import { expect, test } from "vitest";
import { createDashboard } from "@/lib/dashboards";
import { createReport } from "@/lib/reports";
import { createWorkspace } from "@/tests/support/factories";
import { searchByName } from "./index";

test("finds by every word of a name, in the person's workspace only", async () => {
  const [mine, theirs] = [await createWorkspace(), await createWorkspace()];
  await createDashboard(mine.as("EDITOR"), { name: "Clinic operations" });
  await createReport(mine.as("EDITOR"), { name: "Operations of the clinic" });
  await createReport(mine.as("EDITOR"), { name: "Clinics" });
  await createReport(theirs.as("EDITOR"), { name: "Clinic operations" });
  const found = await searchByName(mine.as("VIEWER"), { query: "oper CLINIC" });
  expect(found.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    "dashboard: Clinic operations",
    "report: Operations of the clinic",
  ]);
  expect(await searchByName(mine.as("VIEWER"), { query: "  " })).toEqual([]);
});

test("a private dashboard is found by its owner alone", async () => {
  const workspace = await createWorkspace();
  await createDashboard(workspace.as("EDITOR"), { name: "Mine alone", visibility: "PRIVATE" });
  expect(await searchByName(workspace.as("EDITOR"), { query: "alone" })).toHaveLength(1);
  expect(await searchByName(workspace.as("ADMIN"), { query: "alone" })).toEqual([]);
});
