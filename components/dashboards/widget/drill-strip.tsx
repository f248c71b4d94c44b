"use client";

import { ArrowUpRight, CalendarSearch, ChevronRight, Rows3 } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { type Selection, selectionWords } from "@/lib/charts/selection";

type DrillStripProps = {
  path: readonly Selection[];
  onBack: (steps: number) => void;
  selection: Selection | null;
  /** Left out where the point has nothing finer. */
  onFiner?: () => void;
  onRows: () => void;
  /** The dashboard that the author leads on to. */
  link: { href: string; name: string } | null;
};

/** Under a figure: the way that was gone into it, and where the chosen point leads. */
export function DrillStrip({ path, onBack, selection, onFiner, onRows, link }: DrillStripProps) {
  if (path.length === 0 && !selection) return null;
  return (
    <div className="-mx-1 flex flex-wrap items-center gap-x-1 pt-1 text-13" data-print="hide">
      {path.length > 0 ? <Path path={path} onBack={onBack} /> : null}
      {selection ? (
        <>
          <span className="truncate px-1 font-medium">{selectionWords(selection)}</span>
          {onFiner ? (
            <Button size="sm" variant="ghost" onClick={onFiner}>
              <CalendarSearch aria-hidden />
              Look closer
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={onRows}>
            <Rows3 aria-hidden />
            Rows
          </Button>
          {link ? (
            <Button size="sm" variant="ghost" asChild>
              <Link href={link.href}>
                <ArrowUpRight aria-hidden />
                {link.name}
              </Link>
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Path({ path, onBack }: Pick<DrillStripProps, "path" | "onBack">) {
  return (
    <nav aria-label="The way into this figure">
      <ol className="flex flex-wrap items-center">
        <li>
          <Button size="sm" variant="ghost" onClick={() => onBack(0)}>
            All
          </Button>
        </li>
        {path.map((step, index) => (
          <li key={index} className="flex items-center">
            <ChevronRight aria-hidden className="size-3.5 text-ink-3" />
            {index === path.length - 1 ? (
              <span aria-current="step" className="px-2">
                {selectionWords(step)}
              </span>
            ) : (
              <Button size="sm" variant="ghost" onClick={() => onBack(index + 1)}>
                {selectionWords(step)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
