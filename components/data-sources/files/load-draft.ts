/** Everything a person decides about a file before it is loaded. */
import type {
  ColumnChoice,
  FileInspection,
  FileLoadRequest,
  LoadTarget,
  ReadOptions,
} from "@/lib/data-sources/files/schemas";
import { type ColumnEdits, choicesOf, columnsKey, retyped } from "./draft";
import type { Aim } from "./paths";

export type TargetDraft = {
  mode: LoadTarget["mode"];
  /** Of a new table; null is the one that is proposed. */
  tableName: string | null;
  /** The table to replace or to append to; null while none is chosen. */
  tableId: string | null;
};

export type LoadDraft = {
  options: ReadOptions;
  edits: ColumnEdits;
  /** The columns the edits were made for; null for those that come with `options` first. */
  editsKey: string | null;
  badValues: "refuse" | "empty";
  target: TargetDraft;
};

/** From what was asked for before, or from the table somebody came from. */
export function startingDraft(request: FileLoadRequest | null, aim: Aim | null): LoadDraft {
  const asked = request?.target;
  return {
    options: request?.options ?? {},
    edits: request ? Object.fromEntries(request.columns.entries()) : {},
    editsKey: null,
    badValues: request?.badValues ?? "refuse",
    target: {
      mode: asked?.mode ?? aim?.mode ?? "create",
      tableName: asked?.mode === "create" ? asked.tableName : null,
      tableId: asked && asked.mode !== "create" ? asked.tableId : (aim?.tableId ?? null),
    },
  };
}

/** The columns as they would be loaded. */
export function chosenColumns(inspection: FileInspection, draft: LoadDraft): ColumnChoice[] {
  const isSame = draft.editsKey === null || draft.editsKey === columnsKey(inspection);
  return choicesOf(inspection.columns, isSame ? draft.edits : {});
}

/** A new type brings the way its values are written. */
export function withEdits(inspection: FileInspection, draft: LoadDraft, edits: ColumnEdits): LoadDraft {
  const editsKey = columnsKey(inspection);
  const merged: Record<number, Partial<ColumnChoice>> = {
    ...(draft.editsKey === null || draft.editsKey === editsKey ? draft.edits : {}),
  };
  for (const [key, edit] of Object.entries(edits)) {
    const index = Number(key);
    const column = inspection.columns[index];
    const typed = column && edit.type ? retyped(column, edit.type) : {};
    merged[index] = { ...merged[index], ...typed, ...edit };
  }
  return { ...draft, editsKey, edits: merged };
}

/** `inspection` is what the edits so far were made on. */
export function withOptions(
  inspection: FileInspection | undefined,
  draft: LoadDraft,
  options: ReadOptions,
): LoadDraft {
  const editsKey = draft.editsKey ?? (inspection ? columnsKey(inspection) : null);
  return { ...draft, options, editsKey };
}

/** What is sent; null while no table is chosen. */
export function requestOf(inspection: FileInspection, draft: LoadDraft): FileLoadRequest | null {
  const { mode, tableId, tableName } = draft.target;
  if (mode !== "create" && tableId === null) return null;
  const target: LoadTarget =
    mode === "create"
      ? { mode, tableName: tableName ?? inspection.tableName }
      : { mode, tableId: tableId ?? "" };
  const columns = chosenColumns(inspection, draft).map((choice, index) =>
    // The name of a column that is left out does not matter, and must not be in the way.
    choice.isIncluded ? choice : { ...choice, name: inspection.columns[index]?.name ?? choice.name },
  );
  return { options: draft.options, columns, badValues: draft.badValues, target };
}
