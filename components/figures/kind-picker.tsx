"use client";

import { RadioGroup } from "radix-ui";
import type { VisualKind } from "@/lib/charts/spec";
import { cn } from "@/lib/utils/cn";
import { KindThumbnail } from "./kind-thumbnail";
import { VISUAL_KINDS } from "./visual-kinds";

type KindPickerProps = {
  value: VisualKind;
  kinds: readonly VisualKind[];
  onChange: (kind: VisualKind) => void;
};

export function KindPicker({ value, kinds, onChange }: KindPickerProps) {
  return (
    <RadioGroup.Root
      aria-label="Kind of figure"
      value={value}
      onValueChange={(next) => {
        const kind = kinds.find((candidate) => candidate === next);
        if (kind) onChange(kind);
      }}
      className="grid grid-cols-3 gap-2"
    >
      {kinds.map((kind) => {
        const { label, hint } = VISUAL_KINDS[kind];
        return (
          <RadioGroup.Item
            key={kind}
            value={kind}
            title={hint}
            className={cn(
              "flex flex-col items-center gap-1 rounded-md border border-rule-strong px-2 py-2 text-13 text-ink-2 transition-colors",
              "hover:bg-sunken hover:text-ink data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent",
            )}
          >
            <KindThumbnail kind={kind} />
            {label}
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}
