import type { RequestContext } from "@/lib/context";
import type { Progress } from "@/lib/exports/progress-reporter";
import { ExportRequest, ResultFormat } from "@/lib/exports/schemas";
import { exportReader, type Written } from "@/lib/exports/write-export";
import { getQuery, streamQuery } from "@/lib/queries";

/** What people do not wait for may take longer than what they wait for. */
const EXPORT_TIMEOUT_MS = 60 * 60_000;

type Claimed = {
  /** Of the object to write. */
  key: string;
  name: string;
  format: string;
  request: unknown;
  queryId: string | null;
  dataSourceId: string | null;
};

/** The rows of a question, from the source straight into the store. Throws what the source throws. */
export async function makeResultFile(
  person: RequestContext,
  { key, name, format, request, queryId, dataSourceId }: Claimed,
  onProgress: (progress: Progress) => void,
): Promise<Written> {
  if (dataSourceId === null) throw new Error("The export of a result names no data source.");
  const { definition, values, range } = ExportRequest.parse(request);
  // It may no longer be shared with them.
  if (queryId) await getQuery(person, { queryId });
  const facts = {
    zone: person.workspace.zone,
    title: name,
    creator: person.workspace.name,
    createdAt: person.now().toISOString(),
  };
  return streamQuery(
    person,
    { dataSourceId, queryId, definition, values, range },
    { timeoutMs: EXPORT_TIMEOUT_MS, signal: person.signal },
    exportReader(ResultFormat.parse(format), key, facts, onProgress),
  );
}
