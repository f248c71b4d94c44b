"use client";

import { useState } from "react";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { searchKinds } from "./groups";
import { KIND_WORDS, type OfferedKind } from "./offered-kinds";
import { Thumbnail } from "./thumbnails";

type GalleryProps = {
  onChoose: (kind: OfferedKind) => void;
  /** Leaves the kind to what the rows suggest. */
  onStartFromQuery: () => void;
};

/** Every kind of widget there is, with a small drawing and a line of words. */
export function Gallery({ onChoose, onStartFromQuery }: GalleryProps) {
  const [search, setSearch] = useState("");
  const groups = searchKinds(search);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          className="min-w-48 flex-1"
          label="Find a kind of widget"
          placeholder="Find a kind, e.g. share or trend"
          value={search}
          onChange={setSearch}
        />
        <Button onClick={onStartFromQuery}>Start from a query</Button>
      </div>
      <p role="status" className="text-13 text-ink-2 empty:hidden">
        {groups.length === 0 ? `No kind of widget is called “${search.trim()}”. Try another word.` : null}
      </p>
      {groups.map(({ group, kinds }) => (
        <section key={group} aria-label={group}>
          <h3 className="mb-2 text-13 font-semibold text-ink">{group}</h3>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4">
            {kinds.map((kind) => (
              <li key={kind}>
                <KindCard kind={kind} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function KindCard({ kind, onChoose }: { kind: OfferedKind; onChoose: (kind: OfferedKind) => void }) {
  const { label, hint } = KIND_WORDS[kind];
  return (
    <button
      type="button"
      onClick={() => onChoose(kind)}
      className="flex h-full w-full flex-col rounded-lg border border-rule text-left transition-colors hover:border-accent hover:bg-sunken"
    >
      <span className="flex justify-center rounded-t-lg border-b border-rule bg-paper py-3">
        <Thumbnail kind={kind} />
      </span>
      <span className="flex flex-col gap-0.5 px-3 py-2">
        <span className="text-13 font-medium text-ink">{label}</span>
        <span className="text-xs text-pretty text-ink-2">{hint}</span>
      </span>
    </button>
  );
}
