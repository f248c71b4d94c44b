import { Sparkline } from "@/components/charts/sparkline";
import { ARROW_MARKS, TONE_MARKS, TONE_WORDS } from "@/lib/charts/cell-rules";
import type { CellLook, MarkTone, TableCell, TableColumn } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

export const INK = {
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  note: "text-accent",
  neutral: "text-ink-2",
} as const satisfies Record<MarkTone, string>;

const TINTS = {
  good: "bg-good-soft",
  warn: "bg-warn-soft",
  bad: "bg-bad-soft",
  note: "bg-accent-soft",
} as const satisfies Record<Exclude<MarkTone, "neutral">, string>;

const DIRECTIONS = { up: "up", down: "down", flat: "unchanged" } as const;
const SPARK = { width: 64, height: 20 };
/** Shades of the categorical colours that keep the ink readable in both themes. */
const SHADES = {
  sequential: [6, 14, 22, 30, 38].map((share) => tint("--c1", share)),
  diverging: [
    tint("--c2", 40),
    tint("--c2", 26),
    tint("--c2", 12),
    "transparent",
    tint("--c1", 12),
    tint("--c1", 26),
    tint("--c1", 40),
  ],
} as const;

function tint(variable: string, share: number): string {
  return `color-mix(in srgb, var(${variable}) ${share}%, transparent)`;
}

/** The room a cell is given. `width` in pixels once somebody has resized its column. */
export type CellRoom = { column: TableColumn; width?: number };

/** What choosing a cell does. */
export type CellChoice = {
  /** Told apart from the other cells of the table. */
  place: string;
  /** Read aloud where the text alone does not tell what is chosen. */
  name?: string;
  isChosen: boolean;
  /** The one cell the Tab key stops at. */
  isStop: boolean;
  onFocus: () => void;
  onChoose: () => void;
};

type BodyCellProps = { cell: TableCell; room: CellRoom; choice?: CellChoice | undefined };

/** One cell of a table with its marks, bar, course and link. */
export function BodyCell({ cell, room, choice }: BodyCellProps) {
  const { column, width } = room;
  const look = cell.look ?? {};
  const shade = column.ramp && look.shade !== undefined ? SHADES[column.ramp][look.shade] : undefined;
  return (
    <td
      className={cn(
        "relative border-b border-rule px-2 py-1.5 align-top text-ink",
        cellAlignment(column),
        cell.raw === null && "text-ink-3",
        look.tone && TINTS[look.tone],
        choice?.isChosen && "bg-accent-soft font-medium",
        // Half a bar of two letters says nothing.
        look.bar && "min-w-28",
        width !== undefined && "overflow-hidden text-ellipsis",
      )}
      style={{ backgroundColor: shade, ...widthStyle(width) }}
      title={width === undefined ? undefined : cell.text}
    >
      {look.bar && <Bar bar={look.bar} />}
      <CellContent cell={cell} look={look} choice={choice} />
    </td>
  );
}

/** Figures stand to the right and never break; words may run over several lines. */
export function cellAlignment(column: TableColumn): string {
  if (column.align === "right") return "text-right whitespace-nowrap tabular-nums";
  return column.type === "text"
    ? "max-w-96 min-w-20 text-start wrap-break-word"
    : "text-left whitespace-nowrap";
}

export function widthStyle(width: number | undefined) {
  return width === undefined ? {} : { width, minWidth: width, maxWidth: width };
}

type CellContentProps = { cell: TableCell; look: CellLook; choice: CellChoice | undefined };

function CellContent({ cell, look, choice }: CellContentProps) {
  const text = look.href ? (
    <CellLink href={look.href} text={cell.text} />
  ) : choice ? (
    <ChoiceButton text={cell.text} choice={choice} />
  ) : (
    // A name in another script keeps its own direction, whatever stands beside it.
    <bdi>{cell.text}</bdi>
  );
  // The button of a choice reaches over the whole cell: nothing between the two may be positioned.
  const isPlain = !look.tone && !look.arrow && !look.spark;
  if (isPlain) return <span className={choice ? undefined : "relative"}>{text}</span>;
  return (
    <span
      className={cn("inline-flex max-w-full items-center gap-1.5 align-top", choice ? undefined : "relative")}
    >
      {look.spark && (
        <span className="shrink-0">
          <Sparkline values={look.spark} {...SPARK} color="var(--c1)" />
        </span>
      )}
      {look.arrow && (
        <span className={cn("text-[0.7em]", INK[look.arrow.tone])}>
          <span aria-hidden>{ARROW_MARKS[look.arrow.direction]}</span>
          <span className="sr-only">{DIRECTIONS[look.arrow.direction]}</span>
        </span>
      )}
      {look.tone && (
        <span className={cn("w-3 shrink-0 text-center font-semibold", INK[look.tone])}>
          <span aria-hidden>{TONE_MARKS[look.tone]}</span>
          <span className="sr-only">{TONE_WORDS[look.tone]}: </span>
        </span>
      )}
      <span className="min-w-0">{text}</span>
    </span>
  );
}

export function ChoiceButton({ text, choice }: { text: string; choice: CellChoice }) {
  return (
    <button
      type="button"
      data-cell={choice.place}
      tabIndex={choice.isStop ? 0 : -1}
      aria-label={choice.name}
      aria-pressed={choice.isChosen}
      onFocus={choice.onFocus}
      onClick={choice.onChoose}
      className="cursor-pointer text-start wrap-break-word after:absolute after:inset-0 hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      <bdi>{text}</bdi>
    </button>
  );
}

/** Another site is told nothing of ours, and opens beside the page. */
function CellLink({ href, text }: { href: string; text: string }) {
  const isHere = href.startsWith("/");
  return (
    <a
      href={href}
      className="text-accent underline underline-offset-2"
      {...(isHere ? {} : { target: "_blank", rel: "noopener noreferrer" })}
    >
      <bdi>{text}</bdi>
      {!isHere && <span className="sr-only"> (opens in a new tab)</span>}
    </a>
  );
}

/** Behind the figure, which says the same: hidden from screen readers. */
function Bar({ bar }: { bar: NonNullable<CellLook["bar"]> }) {
  return (
    <span aria-hidden className="absolute inset-x-1 top-1 h-6">
      <span
        className="absolute inset-y-0 rounded-xs"
        style={{
          insetInlineStart: `${bar.from * 100}%`,
          width: `${(bar.to - bar.from) * 100}%`,
          backgroundColor: tint(bar.negative ? "--c2" : "--c1", 30),
        }}
      />
    </span>
  );
}
