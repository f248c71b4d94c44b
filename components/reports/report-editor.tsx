"use client";

import { useState } from "react";
import { figureSources } from "@/components/figures/figure-sources";
import { PageHeader } from "@/components/layout/page-header";
import { Callout } from "@/components/ui/callout";
import { Sheet, SheetContent, SheetTitle } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import type { QuerySummary } from "@/lib/queries/schemas";
import type { ReportBlockKind, ReportDto } from "@/lib/reports/schemas";
import { sameRange } from "@/lib/time/range-param";
import { AddBlock } from "./add-block";
import { BLOCK_KINDS } from "./block-kinds";
import { BlockSettings } from "./block-settings";
import { EditorToolbar } from "./editor-toolbar";
import { Outline } from "./outline";
import { Paper } from "./paper";
import type { ReportActions } from "./report-actions";
import { RangeSelect } from "./range-select";
import { newBlockId, useReportDraft } from "./use-report-draft";
import { useIsWide } from "./use-is-wide";

export type ReportEditorProps = {
  slug: string;
  workspaceName: string;
  zone: string;
  locale: string;
  report: ReportDto;
  queries: QuerySummary[];
  actions: ReportActions;
  /** The period of a range in words, as the PDF prints it; the server tells it for the saved one. */
  period: string;
};

/** Blocks on the left, the page in the middle, the selected block's settings on the right. */
export function ReportEditor({
  slug,
  workspaceName,
  zone,
  locale,
  report,
  queries,
  actions,
  period,
}: ReportEditorProps) {
  const draft = useReportDraft(report);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { blocks, range } = draft.current.document;
  const selected = blocks.find((block) => block.id === selectedId) ?? null;
  const sources = figureSources(slug, queries, range);

  function add(kind: ReportBlockKind) {
    const block = BLOCK_KINDS[kind].create(newBlockId(blocks, kind));
    const at = selected ? blocks.indexOf(selected) + 1 : blocks.length;
    draft.setBlocks([...blocks.slice(0, at), block, ...blocks.slice(at)]);
    setSelectedId(block.id);
  }

  function remove(id: string) {
    const before = blocks;
    draft.removeBlock(id);
    toast("Block removed", { action: { label: "Undo", onClick: () => draft.setBlocks(before) } });
  }

  return (
    <>
      <PageHeader
        title={draft.current.name || "Untitled report"}
        description={draft.report.description || undefined}
        breadcrumbs={[{ label: "Reports", href: `/${slug}/reports` }]}
        action={<EditorToolbar slug={slug} zone={zone} draft={draft} actions={actions} />}
      />
      {queries.length === 0 ? (
        <Callout tone="info" title="There are no queries yet." className="mx-4 mt-4 md:mx-7">
          Charts, tables and metrics draw a query. Make one under Queries first; headings and text work
          without.
        </Callout>
      ) : null}
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-5 pb-10 md:px-7 lg:grid-cols-[15rem_minmax(0,1fr)] 2xl:grid-cols-[15rem_minmax(0,1fr)_22rem]">
        <aside aria-label="Report" className="flex min-w-0 flex-col gap-4">
          <RangeSelect range={range} onChange={draft.setRange} />
          <Outline
            blocks={blocks}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onMove={draft.setBlocks}
            onRemove={remove}
          />
          <AddBlock onAdd={add} />
        </aside>
        <Paper
          slug={slug}
          workspaceName={workspaceName}
          title={draft.current.name}
          period={sameRange(range, draft.report.draft.range) ? period : ""}
          range={range}
          blocks={blocks}
          selectedId={selectedId}
          onSelect={setSelectedId}
        />
        <SettingsPanel
          title={selected ? BLOCK_KINDS[selected.kind].name : null}
          onClose={() => setSelectedId(null)}
        >
          {selected ? (
            <BlockSettings
              key={selected.id}
              block={selected}
              sources={sources}
              slug={slug}
              locale={locale}
              onChange={draft.changeBlock}
              onUpdate={(change) => draft.updateBlock(selected.id, change)}
            />
          ) : null}
        </SettingsPanel>
      </div>
    </>
  );
}

/** A column where there is room for one, else a sheet over the page. */
function SettingsPanel({
  title,
  onClose,
  children,
}: {
  title: string | null;
  onClose: () => void;
  children: React.ReactNode;
}) {
  const isWide = useIsWide();
  if (isWide)
    return (
      <aside aria-label="Block settings" className="flex flex-col gap-5">
        {title ? (
          <>
            <h2 className="text-sm font-semibold">{title}</h2>
            {children}
          </>
        ) : (
          <p className="text-13 text-ink-2">Choose a block to change it.</p>
        )}
      </aside>
    );
  return (
    <Sheet open={title !== null} onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="gap-5 p-5" aria-describedby={undefined}>
        <SheetTitle>{title}</SheetTitle>
        {children}
      </SheetContent>
    </Sheet>
  );
}
