/** The part of a dashboard that is edited, and its history. Pure. */
import type {
  DashboardDto,
  DashboardFilters,
  DashboardSettings,
  DashboardType,
  WidgetDto,
} from "@/lib/dashboards/schemas";

export type Draft = {
  name: string;
  description: string;
  type: DashboardType;
  tags: readonly string[];
  filters: DashboardFilters;
  settings: DashboardSettings;
  widgets: readonly WidgetDto[];
};

/** `present` null: nothing differs from the server. */
export type DraftHistory = {
  past: readonly (Draft | null)[];
  present: Draft | null;
  future: readonly (Draft | null)[];
  /** What the last change was about: changes to the same text are undone together. */
  lastTopic: string | null;
};

export const NO_HISTORY: DraftHistory = { past: [], present: null, future: [], lastTopic: null };

const MAX_STEPS = 100;

export function draftOf(dashboard: DashboardDto): Draft {
  const { name, description, type, tags, filters, settings, widgets } = dashboard;
  return { name, description, type, tags, filters, settings, widgets };
}

/** `topic` joins this change with the one before when both name the same, e.g. each letter of a title. */
export function change(history: DraftHistory, next: Draft, topic: string | null = null): DraftHistory {
  const joined = topic !== null && topic === history.lastTopic;
  const past = joined ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present: next, future: [], lastTopic: topic };
}

export function undo(history: DraftHistory): DraftHistory {
  if (history.past.length === 0) return history;
  const { past, present, future } = history;
  return {
    past: past.slice(0, -1),
    present: past.at(-1) ?? null,
    future: [present, ...future],
    lastTopic: null,
  };
}

export function redo(history: DraftHistory): DraftHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, lastTopic: null };
}

/** After a save: what was typed while it ran stays. */
export function cleared(history: DraftHistory, saved: Draft): DraftHistory {
  return history.present === saved ? NO_HISTORY : history;
}

export function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(normalised(a)) === JSON.stringify(normalised(b));
}

/** The server's order of widgets and of keys is not a change. */
function normalised({ name, description, type, tags, filters, settings, widgets }: Draft) {
  const sorted = [...widgets].sort((a, b) => a.key.localeCompare(b.key)).map(sortedKeys);
  return [name.trim(), description.trim(), type, tags, sortedKeys(filters), sortedKeys(settings), sorted];
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, entry]) => [key, sortedKeys(entry)]),
  );
}
