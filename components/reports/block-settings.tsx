"use client";

import { Plus, Trash2 } from "lucide-react";
import { Field } from "@/components/figures/field";
import type { FigureSources } from "@/components/figures/figure-sources";
import { VisualForm, type VisualFormValue } from "@/components/figures/visual-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { CHART_KINDS, isChart } from "@/lib/charts/kinds";
import { isTabular } from "@/lib/charts/kinds";
import type { ReportBlock } from "@/lib/reports/schemas";
import { METRIC_DEFAULTS } from "./block-defaults";
import { PictureSettings } from "./picture-settings";

type BlockSettingsProps<Block extends ReportBlock = ReportBlock> = {
  block: Block;
  sources: FigureSources;
  onChange: (block: ReportBlock) => void;
};

type AllSettingsProps = BlockSettingsProps & {
  slug: string;
  locale: string;
  /** Changes the block as it is then, for what ends later than it began. */
  onUpdate: (change: (block: ReportBlock) => ReportBlock) => void;
};

const MAX_METRICS = 4;

/** The form for whichever block is selected. */
export function BlockSettings({ block, sources, slug, locale, onChange, onUpdate }: AllSettingsProps) {
  switch (block.kind) {
    case "heading":
      return <HeadingSettings block={block} sources={sources} onChange={onChange} />;
    case "text":
      return (
        <Field label="Text" hint="**bold**, *italic*, [a link](https://…), and lists with -.">
          {(control) => (
            <Textarea
              {...control}
              rows={12}
              maxLength={20_000}
              value={block.markdown}
              onChange={({ target }) => onChange({ ...block, markdown: target.value })}
            />
          )}
        </Field>
      );
    case "image":
      return (
        <PictureSettings
          block={block}
          slug={slug}
          locale={locale}
          onChange={(changed) => onUpdate((now) => (now.kind === "image" ? { ...now, ...changed } : now))}
        />
      );
    case "metrics":
      return <MetricsSettings block={block} sources={sources} onChange={onChange} />;
    case "chart":
      return (
        <VisualForm
          {...sources}
          kinds={CHART_KINDS}
          value={block}
          onChange={({ visual, ...rest }) => {
            if (isChart(visual)) onChange({ ...block, ...rest, visual });
          }}
        />
      );
    case "table":
      return (
        <VisualForm
          {...sources}
          kinds={["table", "pivot"]}
          value={block}
          onChange={({ visual, ...rest }) =>
            onChange(isTabular(visual) ? { ...block, ...rest, visual } : { ...block, ...rest })
          }
        />
      );
    case "page_break":
      return <p className="text-13 text-ink-2">What follows begins on a new page.</p>;
  }
}

function HeadingSettings({ block, onChange }: BlockSettingsProps<Extract<ReportBlock, { kind: "heading" }>>) {
  return (
    <>
      <Field label="Heading">
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={block.text}
            onChange={({ target }) => onChange({ ...block, text: target.value })}
          />
        )}
      </Field>
      <Field label="Size">
        {(control) => (
          <NativeSelect
            {...control}
            value={String(block.level)}
            onChange={({ target }) => onChange({ ...block, level: target.value === "2" ? 2 : 1 })}
          >
            <option value="1">Large</option>
            <option value="2">Small</option>
          </NativeSelect>
        )}
      </Field>
    </>
  );
}

function MetricsSettings({
  block,
  sources,
  onChange,
}: BlockSettingsProps<Extract<ReportBlock, { kind: "metrics" }>>) {
  const { items } = block;
  const setItem = (index: number, { visual, ...rest }: VisualFormValue) =>
    onChange({
      ...block,
      items: items.map((item, at) => {
        if (at !== index) return item;
        return visual.kind === "metric" ? { ...item, ...rest, visual } : { ...item, ...rest };
      }),
    });
  const nextId = () => {
    for (let number = 1; ; number += 1)
      if (!items.some((item) => item.id === `${block.id}-${number}`.slice(-40)))
        return `${block.id}-${number}`.slice(-40);
  };
  return (
    <>
      {items.map((item, index) => (
        <section
          key={item.id}
          aria-label={`Metric ${index + 1}`}
          className="flex flex-col gap-4 border-b pb-5"
        >
          <div className="flex items-center justify-between">
            <h3 className="text-13 font-semibold">{item.visual.title || `Metric ${index + 1}`}</h3>
            {items.length > 1 ? (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Remove metric ${index + 1}`}
                onClick={() => onChange({ ...block, items: items.filter((_, at) => at !== index) })}
              >
                <Trash2 aria-hidden />
              </Button>
            ) : null}
          </div>
          <VisualForm
            {...sources}
            kinds={["metric"]}
            value={item}
            onChange={(value) => setItem(index, value)}
          />
        </section>
      ))}
      {items.length < MAX_METRICS ? (
        <Button
          onClick={() => onChange({ ...block, items: [...items, { id: nextId(), ...METRIC_DEFAULTS }] })}
        >
          <Plus aria-hidden />
          Add a metric
        </Button>
      ) : null}
    </>
  );
}
