/** What differs between two versions of a dashboard, in words. Pure. */
import type { DashboardFilters, DashboardSettings, WidgetDto } from "@/lib/dashboards/schemas";
import { kindInfo } from "./kind-info";

export type Content = {
  name: string;
  description: string;
  filters: DashboardFilters;
  settings: DashboardSettings;
  widgets: readonly WidgetDto[];
};

export type ContentChange = { kind: "added" | "removed" | "moved" | "changed"; text: string };

/** Empty when nothing differs. */
export function compareContents(before: Content, after: Content): ContentChange[] {
  return [
    ...compareHead(before, after),
    ...compareFilters(before.filters, after.filters),
    ...comparePlaces(before.settings, after.settings),
    ...compareWidgets(before.widgets, after.widgets),
  ];
}

function compareHead(before: Content, after: Content): ContentChange[] {
  const changes: ContentChange[] = [];
  if (before.name !== after.name) changes.push(changed(`Named “${after.name}” instead of “${before.name}”`));
  if (before.description !== after.description) changes.push(changed("Another description"));
  if (before.settings.refreshSeconds !== after.settings.refreshSeconds)
    changes.push(changed("Read anew at other times"));
  return changes;
}

function compareFilters(before: DashboardFilters, after: DashboardFilters): ContentChange[] {
  const period = ({ range, isRangeLocked, comparison }: DashboardFilters) => [
    range,
    isRangeLocked,
    comparison,
  ];
  return [
    ...(isSame(period(before), period(after)) ? [] : [changed("Another period or comparison to begin with")]),
    ...compareNamed(
      before.fields.map((field) => ({ ...field, key: field.name, title: field.label || field.name })),
      after.fields.map((field) => ({ ...field, key: field.name, title: field.label || field.name })),
      "the filter",
    ),
  ];
}

function comparePlaces(before: DashboardSettings, after: DashboardSettings): ContentChange[] {
  const tabs = ({ tabs: all }: DashboardSettings) =>
    all.map(({ key, name }, index) => ({ key, name, title: name || `Tab ${index + 1}` }));
  const sections = ({ tabs: all }: DashboardSettings) =>
    all.flatMap((tab) =>
      tab.sections.map(({ key, name }, index) => ({ key, name, title: name || `Section ${index + 1}` })),
    );
  return [
    ...compareNamed(tabs(before), tabs(after), "the tab"),
    ...compareNamed(sections(before), sections(after), "the section"),
  ];
}

type Named = { key: string; title: string };

function compareNamed(before: readonly Named[], after: readonly Named[], noun: string): ContentChange[] {
  const was = new Map(before.map((one) => [one.key, one]));
  const is = new Map(after.map((one) => [one.key, one]));
  return [
    ...after.flatMap((one): ContentChange[] => {
      const old = was.get(one.key);
      if (!old) return [{ kind: "added", text: `Added ${noun} “${one.title}”` }];
      return isSame(old, one) ? [] : [changed(`Changed ${noun} “${one.title}”`)];
    }),
    ...before
      .filter((one) => !is.has(one.key))
      .map((one): ContentChange => ({ kind: "removed", text: `Removed ${noun} “${one.title}”` })),
  ];
}

function compareWidgets(before: readonly WidgetDto[], after: readonly WidgetDto[]): ContentChange[] {
  const was = new Map(before.map((widget) => [widget.key, widget]));
  const is = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((widget): ContentChange[] => {
      const old = was.get(widget.key);
      return old
        ? compareWidget(old, widget)
        : [{ kind: "added", text: `Added ${titleOf(widget)}, ${kindWord(widget)}` }];
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map((widget): ContentChange => ({ kind: "removed", text: `Removed ${titleOf(widget)}` })),
  ];
}

function compareWidget(before: WidgetDto, after: WidgetDto): ContentChange[] {
  const title = titleOf(before);
  const { x, y, w, h } = before.layout;
  const changes: ContentChange[] = [];
  if (before.section !== after.section)
    changes.push({ kind: "moved", text: `Moved ${title} to another section` });
  else if (x !== after.layout.x || y !== after.layout.y)
    changes.push({ kind: "moved", text: `Moved ${title}` });
  if (w !== after.layout.w || h !== after.layout.h)
    changes.push({ kind: "moved", text: `Made ${title} ${sizeWord(before, after)}` });
  if (before.visual.kind !== after.visual.kind)
    changes.push(changed(`Drew ${title} as ${kindWord(after)} instead of ${kindWord(before)}`));
  else if (!isSame(before.visual, after.visual))
    changes.push(
      changed(
        titleOf(after) === title ? `Changed how ${title} is drawn` : `Named ${title} ${titleOf(after)}`,
      ),
    );
  if (before.queryId !== after.queryId) changes.push(changed(`Made ${title} of another query`));
  if (!isSame(before.parameters, after.parameters)) changes.push(changed(`Asked ${title} with other values`));
  if (!isSame(before.options, after.options))
    changes.push(changed(`Changed which filters ${title} follows, or how it stands on a phone`));
  return changes;
}

const changed = (text: string): ContentChange => ({ kind: "changed", text });
const titleOf = ({ visual }: WidgetDto): string =>
  visual.title ? `“${visual.title}”` : `a ${kindInfo(visual.kind).label.toLowerCase()} without title`;
const kindWord = ({ visual }: WidgetDto): string => kindInfo(visual.kind).label.toLowerCase();

function sizeWord(before: WidgetDto, after: WidgetDto): string {
  return after.layout.w * after.layout.h < before.layout.w * before.layout.h ? "smaller" : "larger";
}

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, entry]) => [key, sortedKeys(entry)]),
  );
}
