"use client";

import { useId } from "react";
import { Fold } from "./fold";

/** The colours of the theme by their place in it; told apart by colour-blind readers. */
const COLOR_NAMES = [
  "Blue",
  "Orange",
  "Teal",
  "Rose",
  "Violet",
  "Ochre",
  "Green",
  "Brown",
  "Sky",
  "Slate",
] as const;

/** More rows than this are no form any more. */
const MAX_NAMES = 20;

export type Colors = Record<string, number>;

type ColorFieldsProps = {
  /** The series or categories as they are printed, in the order in which they are drawn. */
  names: readonly string[];
  colors: Colors | undefined;
  onChange: (colors: Colors | undefined) => void;
};

/** A colour for each series or category; the theme gives the others theirs. */
export function ColorFields({ names, colors = {}, onChange }: ColorFieldsProps) {
  // What is not drawn just now keeps its colour, and can be let go of.
  const all = [...new Set([...names.slice(0, MAX_NAMES), ...Object.keys(colors)])];
  if (all.length === 0) return null;
  function choose(name: string, color: number | null) {
    const { [name]: _before, ...others } = colors;
    const next = color === null ? others : { ...others, [name]: color };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  }
  return (
    <Fold title="Colours">
      {all.map((name) => (
        <Swatches
          key={name}
          name={name}
          color={colors[name] ?? null}
          onChoose={(color) => choose(name, color)}
        />
      ))}
      {names.length > MAX_NAMES ? (
        <p className="text-xs text-ink-3">
          The first {MAX_NAMES} of {names.length}; the others take the colours that follow.
        </p>
      ) : null}
    </Fold>
  );
}

type SwatchesProps = { name: string; color: number | null; onChoose: (color: number | null) => void };

/** Radio buttons that look like what they choose: arrows go from one to the next. */
function Swatches({ name, color, onChoose }: SwatchesProps) {
  const group = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 max-w-full truncate text-13 text-ink">
        <bdi>{name}</bdi>
      </legend>
      <div className="flex flex-wrap items-center gap-0.5">
        <label className="relative">
          <input
            type="radio"
            name={group}
            checked={color === null}
            onChange={() => onChoose(null)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          />
          <span className="flex h-6 items-center rounded-sm border border-rule-strong px-1 text-xs text-ink-2 peer-checked:border-ink peer-checked:text-ink peer-checked:ring-1 peer-checked:ring-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-1 peer-focus-visible:outline-accent">
            Automatic
          </span>
        </label>
        {COLOR_NAMES.map((words, place) => (
          <label key={words} title={words} className="relative">
            <input
              type="radio"
              name={group}
              aria-label={words}
              checked={color === place}
              onChange={() => onChoose(place)}
              className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span
              aria-hidden
              className="block size-6 rounded-sm ring-offset-2 ring-offset-card peer-checked:ring-2 peer-checked:ring-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-accent"
              style={{ background: `var(--c${place + 1})` }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
