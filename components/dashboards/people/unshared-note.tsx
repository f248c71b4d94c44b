import { Callout } from "@/components/ui/callout";
import type { UnsharedQuery } from "@/lib/dashboards/sharing/schemas";

/** Which figures come of queries that are not shared with everybody who sees them, and what those people see. */
export function UnsharedNote({ queries }: { queries: readonly UnsharedQuery[] }) {
  const missing = queries.filter(({ isShown }) => !isShown);
  const shown = queries.filter(({ isShown }) => isShown);
  return (
    <>
      {missing.length === 0 ? null : (
        <Callout tone="warn" title="Some of them do not see every figure.">
          The figures of {listOf(missing)} stay empty: whoever put them here no longer sees the query. Share
          the query with these people, or let somebody who sees it put the figures here again.
        </Callout>
      )}
      {shown.length === 0 ? null : (
        <Callout tone="info" title="Not every query is shared with them.">
          They see the figures of {listOf(shown)} here, and cannot open the query behind them.
        </Callout>
      )}
    </>
  );
}

function listOf(queries: readonly UnsharedQuery[]): string {
  const parts = queries.map(({ name, people }) => {
    const count = people === 1 ? "1 person" : `${people} people`;
    return `${name === null ? "a query that you do not see" : `“${name}”`} (${count})`;
  });
  return new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
}
