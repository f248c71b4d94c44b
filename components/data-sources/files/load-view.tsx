"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type {
  ColumnChoice,
  FileInspection,
  FileLoadDto,
  FileLoadRequest,
  FileTableDto,
} from "@/lib/data-sources/files/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { type ColumnEdits, repeatedNames } from "./draft";
import { LoadDone } from "./load-done";
import { chosenColumns, type LoadDraft, startingDraft, withEdits } from "./load-draft";
import { LoadFailed } from "./load-failed";
import { LoadProgress } from "./load-progress";
import { LoadReview } from "./load-review";
import { type Aim, sourcePath, uploadPath } from "./paths";
import { fileKeys, useFileLoad, useInspection } from "./queries";
import { useForgetTables } from "./use-forget-tables";
import { useLoadRequest } from "./use-load-request";
import { isUnderWay } from "./words";

type LoadViewProps = {
  slug: string;
  locale: string;
  load: FileLoadDto;
  /** As it was asked for the last time. */
  request: FileLoadRequest | null;
  aim: Aim | null;
  tables: readonly FileTableDto[];
  mayQuery: boolean;
  requestLoad: ServerAction<FileLoadRequest & { loadId: string }, FileLoadDto>;
  cancel: ServerAction<{ loadId: string }, FileLoadDto>;
  discard: ServerAction<{ loadId: string }, { id: string }>;
};

/** One uploaded file from its arrival to its table. */
export function LoadView(props: LoadViewProps) {
  const { slug, locale, mayQuery } = props;
  const load = useFileLoad(slug, props.load).data;
  const [draft, setDraft] = useState(() => startingDraft(props.request, props.aim));
  const forget = useForgetTables(slug, load.dataSourceId);
  const isLoaded = load.state === "LOADED";

  // Outside system: what was kept of the source's tables before they changed.
  useEffect(() => {
    if (isLoaded) forget();
  }, [isLoaded, forget]);

  if (isUnderWay(load)) return <UnderWay slug={slug} load={load} cancel={props.cancel} />;
  if (isLoaded) return <LoadDone slug={slug} load={load} locale={locale} mayQuery={mayQuery} />;
  return <Decisions {...props} load={load} draft={draft} setDraft={setDraft} />;
}

function UnderWay({ slug, load, cancel }: Pick<LoadViewProps, "slug" | "load" | "cancel">) {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const key = fileKeys.load(slug, load.dataSourceId, load.id);
  return (
    <LoadProgress
      load={load}
      isCancelling={isPending}
      onCancel={async () => {
        setPending(true);
        const cancelled = await runAction(cancel({ loadId: load.id }));
        setPending(false);
        // Refused, it has ended: how is asked at once.
        if (cancelled) client.setQueryData(key, cancelled);
        else await client.invalidateQueries({ queryKey: key });
      }}
    />
  );
}

type DecisionsProps = LoadViewProps & {
  draft: LoadDraft;
  setDraft: (change: LoadDraft | ((draft: LoadDraft) => LoadDraft)) => void;
};

/** Before the file is loaded, and after that failed. */
function Decisions({ draft, setDraft, ...props }: DecisionsProps) {
  const { slug, load, locale, tables } = props;
  const router = useRouter();
  const inspected = useInspection(slug, load, draft.options, load.canLoad);
  const inspection = inspected.data;
  const { submit, isPending, refusal, clear } = useLoadRequest(slug, load, props.requestLoad);

  function change(next: LoadDraft) {
    clear();
    setDraft(next);
  }
  const edit = useCallback(
    (edits: ColumnEdits) => {
      if (!inspection) return;
      clear();
      setDraft((before) => withEdits(inspection, before, edits));
    },
    [inspection, setDraft, clear],
  );
  async function giveUp(path: string) {
    if (load.canLoad && !(await runAction(props.discard({ loadId: load.id })))) return;
    router.push(path);
  }
  /** One of the ways out of a failure: chosen and loaded at once. */
  const takeWayOut = (change: Change) =>
    inspection
      ? () => {
          const next = change(inspection, draft);
          setDraft(next);
          void submit(inspection, next);
        }
      : null;

  const source = { slug, dataSourceId: load.dataSourceId };
  const choices = inspection ? chosenColumns(inspection, draft) : [];
  const obstacle =
    obstacleOf(draft, choices) ?? (inspection?.blocking ? "The file has to be read in another way." : null);
  const isReady = inspection !== undefined && !inspected.isPlaceholderData && !inspected.isError;
  return (
    <>
      {load.state === "FAILED" ? (
        <LoadFailed
          load={load}
          locale={locale}
          isBusy={isPending}
          onMakeText={takeWayOut(madeText(load))}
          onEmpty={takeWayOut((_, before) => ({ ...before, badValues: "empty" }))}
          onReplaceFile={() => void giveUp(uploadPath(source, aimOfDraft(draft)))}
        />
      ) : null}
      {load.state === "UPLOADED" && load.error ? (
        <Callout tone="info" role="status" title="Not loaded.">
          {load.error} No table was changed. The file is still here: load it again, or discard it.
        </Callout>
      ) : null}
      {load.canLoad ? (
        <>
          <LoadReview
            load={load}
            inspection={inspection}
            inspectionError={inspected.error}
            isReading={inspected.isFetching}
            onRetry={() => void inspected.refetch()}
            draft={draft}
            onDraft={change}
            onEdit={edit}
            tables={tables}
            locale={locale}
            refusal={refusal}
          />
          {refusal ? (
            <Callout tone="bad" role="alert" title="Not loaded.">
              {refusal.message}
            </Callout>
          ) : null}
          <div className="flex flex-wrap items-center justify-end gap-2">
            {obstacle ? <p className="mr-auto text-13 text-bad">{obstacle}</p> : null}
            <Button variant="ghost" onClick={() => void giveUp(sourcePath(source))}>
              Discard the upload
            </Button>
            <Button
              variant="primary"
              disabled={!isReady || obstacle !== null}
              loading={isPending}
              onClick={() => inspection && void submit(inspection, draft)}
            >
              Load the file
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

type Change = (inspection: FileInspection, draft: LoadDraft) => LoadDraft;

function madeText({ misfit }: FileLoadDto): Change {
  return (inspection, draft) => {
    const index = chosenColumns(inspection, draft).findIndex(
      ({ name }) => name.trim() === misfit?.columnName,
    );
    return index < 0 ? draft : withEdits(inspection, draft, { [index]: { type: "text" } });
  };
}

/** What has to be chosen first; null when nothing has. */
function obstacleOf({ target }: LoadDraft, choices: readonly ColumnChoice[]): string | null {
  const included = choices.filter(({ isIncluded }) => isIncluded);
  if (choices.length > 0 && included.length === 0) return "All columns are left out. Choose at least one.";
  if (included.some(({ name }) => name.trim() === "")) return "A column has no name.";
  if (repeatedNames(choices).size > 0) return "Two columns have the same name.";
  if (target.mode !== "create" && target.tableId === null) return "Choose the table.";
  return target.tableName?.trim() === "" && target.mode === "create" ? "Give the table a name." : null;
}

const aimOfDraft = ({ target: { mode, tableId } }: LoadDraft): Aim | null =>
  mode === "create" || tableId === null ? null : { mode, tableId };
