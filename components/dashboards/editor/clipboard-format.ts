/** Widgets as text: what the clipboard carries from one dashboard to another, also of another window. Pure. */
import { z } from "zod";
import { WidgetInput } from "@/lib/dashboards/schemas";
import { contentOf, type WidgetContent } from "./relocate";
import type { Widgets } from "./sections";
import { namesOf, titleOf } from "./words";

const VERSION = 1;

const Marked = z.object({ broadsheet: z.literal("widgets"), version: z.number() });
const Copied = z.object({ widgets: z.array(WidgetInput).min(1).max(60) });

export function copyText(widgets: Widgets): string {
  return JSON.stringify({ broadsheet: "widgets", version: VERSION, widgets }, null, 1);
}

export type Pasted = { contents: WidgetContent[]; problem: string | null };

/** What of a text can be pasted, and why the rest cannot. `queries` are the ids that this person may use here. */
export function readCopied(text: string, queries: ReadonlySet<string>): Pasted {
  const value = parsed(text);
  const marked = Marked.safeParse(value);
  if (!marked.success)
    return refused("What you copied is not a widget. Copy one on a dashboard, then paste.");
  if (marked.data.version > VERSION)
    return refused("These widgets were copied from a newer Broadsheet. Reload this page and paste again.");
  const copied = Copied.safeParse(value);
  if (!copied.success) return refused("What you copied is damaged. Copy the widgets again, then paste.");
  const { widgets } = copied.data;
  const isUsable = ({ queryId }: { queryId: string | null }) => queryId === null || queries.has(queryId);
  const missing = widgets.filter((widget) => !isUsable(widget));
  return {
    contents: widgets.filter(isUsable).map(contentOf),
    problem: missing.length === 0 ? null : missingWords(missing),
  };
}

function missingWords(missing: Widgets): string {
  const [only] = missing;
  const subject =
    only && missing.length === 1 ? `The query of “${titleOf(only)}”` : `The queries of ${namesOf(missing)}`;
  const verb = missing.length === 1 ? "is" : "are";
  return `${subject} ${verb} not visible to you in this workspace. Ask their owner to share, then paste again.`;
}

const refused = (problem: string): Pasted => ({ contents: [], problem });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
