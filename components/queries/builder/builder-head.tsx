"use client";

import { CodeXml, Redo2, Undo2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Dialect, SourceSchema } from "@/lib/data-sources/schemas";
import { describeBuilder } from "@/lib/queries/builder/describe";
import type { BuilderDefinition, SqlDefinition } from "@/lib/queries/schemas";
import { cn } from "@/lib/utils/cn";
import { ProblemList } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { isWithin } from "./problems";

// Compiling takes a library with it: only who looks at SQL pays for it.
const SqlPanel = lazy(() => import("./sql-panel"));

const SECTIONS = ["tables", "calculated", "dimensions", "measures", "filters", "having", "sort", "limit"];

type BuilderHeadProps = {
  value: BuilderDefinition;
  schema: SourceSchema | undefined;
  sql: { dialect: Dialect; zone: string; weekStartsOn: number };
  history: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean };
  onConvert?: (definition: SqlDefinition) => void;
};

/** The question in a sentence, and what can be done with it as a whole. */
export function BuilderHead({ value, schema, sql, history, onConvert }: BuilderHeadProps) {
  const { problems, locale } = useBuilder();
  const [showsSql, setShowsSql] = useState(false);
  const hasTable = value.builder.tables.length > 0;
  const isUntouched = !hasTable && !history.canUndo && !history.canRedo;
  // Whatever no section shows must not be lost.
  const others = problems.filter(({ path }) => !SECTIONS.some((section) => isWithin(path, [section])));
  return (
    <div className={cn("flex flex-col gap-3", !isUntouched && "pb-4")}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p
          aria-live="polite"
          className="min-w-0 flex-1 basis-full font-serif text-xl leading-7 text-balance text-ink @3xl:basis-72"
        >
          {hasTable ? describeBuilder(value, schema, { locale }) : ""}
        </p>
        <div className={cn("flex shrink-0 items-center gap-1", isUntouched && "hidden")}>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Undo"
            disabled={!history.canUndo}
            onClick={history.undo}
          >
            <Undo2 aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Redo"
            disabled={!history.canRedo}
            onClick={history.redo}
          >
            <Redo2 aria-hidden />
          </Button>
          {hasTable ? (
            <Button variant="ghost" aria-expanded={showsSql} onClick={() => setShowsSql(!showsSql)}>
              <CodeXml aria-hidden />
              {showsSql ? "Hide SQL" : "Show SQL"}
            </Button>
          ) : null}
        </div>
      </div>
      <ProblemList problems={others} />
      {hasTable && showsSql ? (
        <Suspense fallback={<Skeleton className="h-40" />}>
          <SqlPanel value={value} options={sql} onConvert={onConvert} />
        </Suspense>
      ) : null}
    </div>
  );
}
