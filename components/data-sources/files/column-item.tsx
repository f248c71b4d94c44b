"use client";

import { TriangleAlert } from "lucide-react";
import { memo, type ReactNode, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  ColumnChoice,
  ColumnFormat,
  FORMATS_BY_TYPE,
  type InspectedColumn,
} from "@/lib/data-sources/files/schemas";
import { cn } from "@/lib/utils/cn";
import { TYPE_WORDS } from "../type-words";
import { formatWords } from "./words";

/** The types a column can have. */
const ColumnType = ColumnChoice.shape.type;

type ColumnItemProps = {
  index: number;
  column: InspectedColumn;
  choice: ColumnChoice;
  isRepeated: boolean;
  /** How many of the first rows do not fit. */
  misfits: number;
  firstRows: number;
  onEdit: (index: number, edit: Partial<ColumnChoice>) => void;
};

/** One column of the file: in or out, its name, type and way of writing, with what is in it. */
export const ColumnItem = memo(function ColumnItem(props: ColumnItemProps) {
  const { index, column, choice, isRepeated, onEdit } = props;
  const id = useId();
  // As it was proposed: the only name that two columns never share, and that stays while another one is typed.
  const called = column.name;
  const formats: readonly ColumnFormat[] = FORMATS_BY_TYPE[choice.type];
  const nameProblem =
    choice.name.trim() === ""
      ? "Give the column a name."
      : isRepeated
        ? "Another column has this name."
        : null;
  return (
    <li className="grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-2 px-4 py-3 lg:grid-cols-[1rem_15rem_9rem_14rem_minmax(0,1fr)]">
      <span className="flex h-9 items-center">
        <Checkbox
          aria-label={`Load ${called}`}
          checked={choice.isIncluded}
          onCheckedChange={(checked) => onEdit(index, { isIncluded: checked === true })}
        />
      </span>
      <div>
        <Input
          aria-label={`Name of ${called}`}
          value={choice.name}
          maxLength={200}
          disabled={!choice.isIncluded}
          aria-invalid={nameProblem && choice.isIncluded ? true : undefined}
          aria-describedby={nameProblem ? id : undefined}
          onChange={({ target }) => onEdit(index, { name: target.value })}
        />
        {nameProblem && choice.isIncluded ? (
          <p id={id} className="mt-1 text-xs text-bad">
            {nameProblem}
          </p>
        ) : null}
      </div>
      <div className="col-start-2 lg:col-start-auto">
        <NativeSelect
          aria-label={`Type of ${called}`}
          value={choice.type}
          disabled={!choice.isIncluded}
          onChange={({ target }) => onEdit(index, { type: ColumnType.parse(target.value) })}
        >
          {ColumnType.options.map((type) => (
            <option key={type} value={type}>
              {TYPE_WORDS[type]}
            </option>
          ))}
        </NativeSelect>
      </div>
      <div className={cn("col-start-2 lg:col-start-auto", formats.length === 0 && "hidden lg:block")}>
        {formats.length > 0 ? (
          <NativeSelect
            aria-label={`How ${called} is written`}
            value={choice.format ?? ""}
            disabled={!choice.isIncluded}
            onChange={({ target }) =>
              onEdit(index, { format: target.value === "" ? null : ColumnFormat.parse(target.value) })
            }
          >
            {choice.format === null || column.format === null ? (
              <option value="">As in the file</option>
            ) : null}
            {formats.map((format) => (
              <option key={format} value={format}>
                {formatWords(format)}
              </option>
            ))}
          </NativeSelect>
        ) : null}
      </div>
      <ColumnContents {...props} />
    </li>
  );
});

function ColumnContents({ column, choice, misfits, firstRows }: ColumnItemProps) {
  const isDecided =
    choice.name !== column.name || choice.type !== column.type || choice.format !== column.format;
  return (
    <div className={cn("col-start-2 min-w-0 text-xs lg:col-start-auto", !choice.isIncluded && "opacity-60")}>
      <p className="line-clamp-2 break-words text-ink-2 lg:min-h-9 lg:pt-2.5">
        {column.samples.length === 0 ? "No values in the first rows" : column.samples.join(" · ")}
      </p>
      {choice.isIncluded && misfits > 0 ? (
        <Remark>
          {misfits} of the first {firstRows} values {misfits === 1 ? "does" : "do"} not fit.
        </Remark>
      ) : null}
      {choice.isIncluded && !isDecided
        ? column.problems.map((problem) => <Remark key={problem}>{problem}</Remark>)
        : null}
    </div>
  );
}

function Remark({ children }: { children: ReactNode }) {
  return (
    <p className="mt-1 flex items-start gap-1.5 text-warn">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
