import { APPOINTMENT_QUERIES } from "./queries/appointments";
import { FINANCE_QUERIES } from "./queries/finance";
import { MARKETING_QUERIES } from "./queries/marketing";
import { OPERATIONS_QUERIES } from "./queries/operations";
import { QUALITY_QUERIES } from "./queries/quality";
import type { DemoQuery } from "./types";

/** The query library of the demo workspace, over the schema of the demo company. */
export const DEMO_QUERIES: DemoQuery[] = [
  ...FINANCE_QUERIES,
  ...APPOINTMENT_QUERIES,
  ...OPERATIONS_QUERIES,
  ...QUALITY_QUERIES,
  ...MARKETING_QUERIES,
];
