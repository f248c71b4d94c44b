import type { HeadChoice } from "@/components/charts/table-head";
import type { Condition, TableModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type BandsProps = {
  model: TableModel;
  bands: NonNullable<TableModel["bands"]>;
  choiceOf: (stands: readonly Condition[] | undefined) => HeadChoice | undefined;
};

/** Heads over the heads of the columns that share them. */
export function Bands({ model: { columns, headings = 1 }, bands, choiceOf }: BandsProps) {
  const choices = bands.map((_, place) => {
    const before = bands.slice(0, place).reduce((sum, { span }) => sum + span, 0);
    return choiceOf(columns[headings + before]?.stands);
  });
  return (
    <tr>
      <td className="sticky left-0 z-10 bg-card" />
      {bands.map((band, place) => (
        <th
          key={band.name}
          scope="colgroup"
          colSpan={band.span}
          className={cn(
            "border-b border-rule bg-card px-2 pt-1 text-center font-medium whitespace-nowrap text-ink-2 not-last:border-r",
            choices[place]?.isChosen && "bg-accent-soft",
          )}
        >
          <BandName name={band.name} choice={choices[place]} />
        </th>
      ))}
    </tr>
  );
}

function BandName({ name, choice }: { name: string; choice: HeadChoice | undefined }) {
  if (!choice) return <bdi>{name}</bdi>;
  return (
    <button
      type="button"
      aria-pressed={choice.isChosen}
      onClick={choice.onChoose}
      className="min-h-6 w-full hover:text-accent focus-visible:-outline-offset-2"
    >
      <bdi>{name}</bdi>
    </button>
  );
}
