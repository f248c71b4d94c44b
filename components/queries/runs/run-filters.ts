import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { QueryPurpose } from "@/lib/queries/schemas";
import { RunSort, RunState } from "@/lib/queries/runs/schemas";

/** What stands in the address of the list. */
export const RUN_FILTERS = {
  query: parseAsString,
  source: parseAsString,
  who: parseAsStringLiteral(["everybody", "me"]).withDefault("everybody"),
  state: parseAsStringLiteral(RunState.options),
  purpose: parseAsStringLiteral(QueryPurpose.options),
  sort: parseAsStringLiteral(RunSort.options).withDefault("newest"),
};
