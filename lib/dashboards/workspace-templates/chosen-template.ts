import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { findSeenQueries, getQuery, toldUnits } from "@/lib/queries";
import type { QueryDefinition } from "@/lib/queries/schemas";
import { fillTemplate, type Filling } from "./fill-template";
import { findTemplate, type TemplateRow } from "./find-template";
import { querySlots, type StoredSlot } from "./query-slots";
import { type PreviewWorkspaceTemplateInput, type QueryChoice, TemplateDocument } from "./schemas";

type Chosen = Pick<z.output<typeof PreviewWorkspaceTemplateInput>, "templateId" | "queries">;

/**
 * A template as the person who asks would have it: no figure is made of a query that they do not see. Throws
 * NotFoundError for an unknown template, InvalidInputError beside the slot whose other query is not there.
 */
export async function fillChosen(
  ctx: RequestContext,
  { templateId, queries }: Chosen,
): Promise<{ template: TemplateRow; filled: ReturnType<typeof fillTemplate> }> {
  const { template, document, slots, seen } = await withTransaction(ctx, async (tx) => {
    const row = await findTemplate(tx, ctx, templateId);
    const parsed = TemplateDocument.parse(row.document);
    const stored = querySlots(parsed);
    const ids = stored.map(({ queryId }) => queryId);
    return { template: row, document: parsed, slots: stored, seen: await findSeenQueries(tx, ctx, ids) };
  });
  const fillings = new Map<string, Filling>();
  for (const slot of slots) {
    const choice = Object.hasOwn(queries, slot.slot) ? queries[slot.slot] : undefined;
    fillings.set(slot.queryId, await fillingOf(ctx, slot, choice ?? { kind: "kept" }, seen));
  }
  return { template, filled: fillTemplate(document, fillings) };
}

async function fillingOf(
  ctx: RequestContext,
  { slot, queryId }: StoredSlot,
  choice: QueryChoice,
  seen: ReadonlySet<string>,
): Promise<Filling> {
  switch (choice.kind) {
    case "kept":
      if (seen.has(queryId)) return { kind: "kept" };
      return { kind: "empty", why: "The template's query for it is not shared with you, or was deleted." };
    case "empty":
      return { kind: "empty", why: "No query was chosen for it." };
    case "replaced": {
      const definition = await definitionOf(ctx, choice.queryId, slot);
      // Values that were typed for a query that the person does not see are none of theirs.
      const kept = seen.has(queryId) ? definition.parameters.map(({ name }) => name) : [];
      return { ...choice, parameters: new Set(kept), units: new Set(Object.keys(toldUnits(definition))) };
    }
  }
}

async function definitionOf(ctx: RequestContext, queryId: string, slot: string): Promise<QueryDefinition> {
  try {
    return (await getQuery(ctx, { queryId })).definition;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const message = "This query does not exist, or you cannot see it. Choose another query.";
    throw new InvalidInputError(message, { fields: { [`queries.${slot}.queryId`]: message } });
  }
}
