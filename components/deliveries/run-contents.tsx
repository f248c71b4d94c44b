import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ExecutionDto } from "@/lib/executions/schemas";
import { isUnderWay } from "./run-words";

/** The figures of the report with their rows: enough to compare two runs. */
export function RunContents({ run, locale }: { run: ExecutionDto; locale: string }) {
  const blocks = run.manifest?.blocks ?? [];
  return (
    <Card>
      <CardHeader>
        <CardTitle>Contents</CardTitle>
      </CardHeader>
      <CardContent className="max-h-80 overflow-y-auto pt-2 text-13">
        {blocks.length > 0 ? (
          <ol aria-label="Contents" tabIndex={0}>
            {blocks.map((block, index) => (
              <li
                // One block may hold several figures.
                key={`${block.id}-${index}`}
                className="flex items-baseline gap-3 border-b border-rule py-2 last:border-b-0"
              >
                <span className="min-w-0 flex-1 truncate">{block.title}</span>
                {block.rows > 0 ? (
                  <span className="shrink-0 text-ink-2 tabular-nums">
                    {block.rows.toLocaleString(locale)} {block.rows === 1 ? "row" : "rows"}
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-ink-2">
            {isUnderWay(run) || run.state === "HELD" ? "Known once it is ready." : "It was not prepared."}
          </p>
        )}
      </CardContent>
    </Card>
  );
}
