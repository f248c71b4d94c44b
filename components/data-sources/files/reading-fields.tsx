"use client";

import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  Delimiter,
  ENCODING_LABELS,
  Encoding,
  type FileFormat,
  type FileInspection,
  Quote,
  type ReadOptions,
} from "@/lib/data-sources/files/schemas";
import { DELIMITER_WORDS, QUOTE_WORDS } from "./words";

const SKIP_LIMIT = 1000;

type ReadingFieldsProps = {
  format: FileFormat;
  /** undefined while the file could not be read at all. */
  inspection: FileInspection | undefined;
  options: ReadOptions;
  onChange: (options: ReadOptions) => void;
};

/** How the file is read: what was found, to be corrected. Each change reads the beginning again. */
export function ReadingFields({ format, inspection, options, onChange }: ReadingFieldsProps) {
  const isDelimited = format === "CSV" || format === "TSV";
  const set = (change: ReadOptions) => onChange({ ...options, ...change });
  const props = { inspection, options, set };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {format === "XLSX" ? <SheetField {...props} /> : <EncodingField {...props} />}
        {isDelimited ? <DialectFields {...props} /> : null}
        {format === "JSONL" ? null : <SkipField {...props} />}
      </div>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        {format === "JSONL" ? null : (
          <CheckField
            label="The first row holds the names of the columns"
            checked={options.hasHeader ?? inspection?.hasHeader ?? true}
            onChange={(hasHeader) => set({ hasHeader })}
          />
        )}
        {isDelimited ? (
          <CheckField
            label="Fill rows that end early with empty values"
            checked={options.fillShortRows ?? inspection?.fillShortRows ?? false}
            onChange={(fillShortRows) => set({ fillShortRows })}
          />
        ) : null}
        {Object.keys(options).length > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => onChange({})}>
            <RotateCcw aria-hidden />
            Back to what was found
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type FieldProps = Pick<ReadingFieldsProps, "inspection" | "options"> & {
  set: (change: ReadOptions) => void;
};

function EncodingField({ inspection, options, set }: FieldProps) {
  return (
    <ChoiceField
      label="Encoding"
      value={options.encoding ?? inspection?.encoding}
      onChange={(value) => set({ encoding: Encoding.parse(value) })}
    >
      {Encoding.options.map((encoding) => (
        <option key={encoding} value={encoding}>
          {ENCODING_LABELS[encoding]}
        </option>
      ))}
    </ChoiceField>
  );
}

function DialectFields({ inspection, options, set }: FieldProps) {
  return (
    <>
      <ChoiceField
        label="Values are separated by"
        value={options.delimiter ?? inspection?.delimiter}
        onChange={(value) => set({ delimiter: Delimiter.parse(value) })}
      >
        {Delimiter.options.map((delimiter) => (
          <option key={delimiter} value={delimiter}>
            {DELIMITER_WORDS[delimiter]}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField
        label="Quotes around values"
        value={options.quote ?? inspection?.quote}
        onChange={(value) => set({ quote: Quote.parse(value) })}
      >
        {Quote.options.map((quote) => (
          <option key={quote} value={quote}>
            {QUOTE_WORDS[quote]}
          </option>
        ))}
      </ChoiceField>
    </>
  );
}

function SheetField({ inspection, options, set }: FieldProps) {
  return (
    <ChoiceField
      label="Worksheet"
      value={options.sheet ?? inspection?.sheet}
      // Another sheet begins elsewhere.
      onChange={(sheet) => set({ sheet, hasHeader: undefined, skipRows: undefined })}
    >
      {(inspection?.sheets ?? []).map((sheet) => (
        <option key={sheet}>{sheet}</option>
      ))}
    </ChoiceField>
  );
}

function SkipField({ inspection, options, set }: FieldProps) {
  return (
    <Field label="Rows to skip at the top">
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={SKIP_LIMIT}
          value={options.skipRows ?? inspection?.skipRows ?? 0}
          onChange={({ target }) => {
            const rows = Number.isNaN(target.valueAsNumber) ? 0 : Math.trunc(target.valueAsNumber);
            set({ skipRows: Math.min(SKIP_LIMIT, Math.max(0, rows)) });
          }}
        />
      )}
    </Field>
  );
}

type ChoiceFieldProps = {
  label: string;
  value: string | null | undefined;
  onChange: (value: string) => void;
  children: ReactNode;
};

function ChoiceField({ label, value, onChange, children }: ChoiceFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value ?? "unknown"}
          onChange={({ target }) => onChange(target.value)}
        >
          {value === null || value === undefined ? (
            <option value="unknown" disabled>
              Choose
            </option>
          ) : null}
          {children}
        </NativeSelect>
      )}
    </Field>
  );
}

type CheckFieldProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <Field label={label} layout="inline">
      {({ id }) => (
        <Checkbox id={id} checked={checked} onCheckedChange={(state) => onChange(state === true)} />
      )}
    </Field>
  );
}
