"use client";

import { Field } from "@/components/figures/field";
import { DescriptionField } from "@/components/pictures/description-field";
import { PictureField } from "@/components/pictures/picture-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ReportBlock } from "@/lib/reports/schemas";

type PictureBlock = Extract<ReportBlock, { kind: "image" }>;

type PictureSettingsProps = {
  block: PictureBlock;
  slug: string;
  locale: string;
  /** What is changed alone: an upload ends while something else is typed, and neither may undo the other. */
  onChange: (changed: Partial<Omit<PictureBlock, "kind">>) => void;
};

const WIDTHS = [
  { columns: 12, label: "The whole page" },
  { columns: 9, label: "Three quarters of the page" },
  { columns: 8, label: "Two thirds of the page" },
  { columns: 6, label: "Half of the page" },
  { columns: 4, label: "A third of the page" },
  { columns: 3, label: "A quarter of the page" },
];

/** Which picture stands on the page, what it shows, and how wide it may be. */
export function PictureSettings({ block, slug, locale, onChange }: PictureSettingsProps) {
  const { title, alt, width } = block;
  const isListed = WIDTHS.some(({ columns }) => columns === width);
  return (
    <>
      <PictureField
        workspace={slug}
        locale={locale}
        pictureId={block.pictureId}
        onChange={(pictureId) => onChange({ pictureId })}
      />
      <DescriptionField
        hint="Needed: it is read aloud to people who cannot see the picture, and stands in mails in its place."
        value={alt}
        onChange={(description) => onChange({ alt: description })}
      />
      <Field label="Title" optional>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </Field>
      <Field label="At most as wide as" hint="A small picture is never blown up.">
        {(control) => (
          <NativeSelect
            {...control}
            value={String(width)}
            onChange={({ target }) => onChange({ width: Number(target.value) })}
          >
            {isListed ? null : <option value={String(width)}>As on its dashboard</option>}
            {WIDTHS.map(({ columns, label }) => (
              <option key={columns} value={String(columns)}>
                {label}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
    </>
  );
}
