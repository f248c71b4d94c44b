"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { InvalidInputError } from "@/lib/errors";
import { builderToSql, type ShowOptions } from "@/lib/queries/builder/to-sql";
import type { BuilderDefinition, SqlDefinition } from "@/lib/queries/schemas";

type SqlPanelProps = {
  value: BuilderDefinition;
  options: Omit<ShowOptions, "parameters">;
  onConvert?: (definition: SqlDefinition) => void;
};

/** The question as SQL: to read, to copy, or to go on with. */
export default function SqlPanel({ value, options, onConvert }: SqlPanelProps) {
  const [asking, setAsking] = useState(false);
  const shown = sqlOf(value, options);
  if ("problem" in shown)
    return (
      <p role="status" className="rounded-lg border bg-card px-4 py-3 text-13 text-ink-2">
        There is no SQL yet. {shown.problem}
      </p>
    );
  const { definition } = shown;
  return (
    <section aria-label="SQL" className="rounded-lg border bg-card">
      <pre className="px-4 py-3 font-mono text-13 leading-5 break-words whitespace-pre-wrap">
        {definition.sql}
      </pre>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t px-3 py-2">
        <p className="text-xs text-ink-3">Follows what you choose below. It cannot be changed here.</p>
        <div className="flex gap-2">
          <CopySql sql={definition.sql} />
          {onConvert ? (
            <Button size="sm" onClick={() => setAsking(true)}>
              Convert to SQL
            </Button>
          ) : null}
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        verb="Convert"
        name="this query to SQL"
        destructive={false}
        consequence={
          <p>
            You go on in SQL, with the same parameters. SQL cannot be turned back into the builder, and what
            you put together here is only in the versions saved before.
          </p>
        }
        onConfirm={() => onConvert?.(definition)}
      />
    </section>
  );
}

function sqlOf(
  { builder, parameters, kind: _kind, ...base }: BuilderDefinition,
  options: SqlPanelProps["options"],
): { definition: SqlDefinition } | { problem: string } {
  try {
    const written = builderToSql(builder, { ...options, parameters });
    return {
      definition: { ...base, kind: "sql", ...written, columnUnits: unitsOf(builder, base.columnUnits) },
    };
  } catch (error) {
    if (error instanceof InvalidInputError) return { problem: error.message };
    throw error;
  }
}

/** The units of measures go on as those of the columns. */
function unitsOf(
  { measures }: BuilderDefinition["builder"],
  columnUnits: BuilderDefinition["columnUnits"],
): BuilderDefinition["columnUnits"] {
  const own = measures.flatMap(({ name, unit }) => (unit ? [[name, unit] as const] : []));
  return { ...Object.fromEntries(own), ...columnUnits };
}

function CopySql({ sql }: { sql: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const isCopied = copied === sql;
  async function copy() {
    try {
      await navigator.clipboard.writeText(sql);
      setCopied(sql);
      setFailed(false);
    } catch {
      // Refused by the browser, e.g. without https: the text can still be selected.
      setFailed(true);
    }
  }
  return (
    <span className="flex items-center gap-2">
      <span role="status" className="text-xs text-bad empty:hidden">
        {failed ? "Not copied: select the text instead." : ""}
      </span>
      <Button size="sm" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {isCopied ? "Copied" : "Copy"}
      </Button>
    </span>
  );
}
