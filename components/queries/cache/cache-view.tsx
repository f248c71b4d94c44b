import type { ReactNode } from "react";
import type { Place } from "@/components/figures/place";
import { formatBytes, formatDuration } from "@/lib/format/sizes";
import type { CacheOverview } from "@/lib/queries/cache/schemas";
import { CacheSources } from "./cache-sources";
import { rateText } from "./cache-words";
import { HeavyQuestions } from "./heavy-questions";

type CacheViewProps = { slug: string; place: Place; overview: CacheOverview };

/** What is kept, what that saves, and what burdens the sources. */
export function CacheView({ slug, place, overview }: CacheViewProps) {
  return (
    <>
      <CacheFacts place={place} overview={overview} />
      <Part title="By data source">
        <CacheSources slug={slug} place={place} sources={overview.sources} />
      </Part>
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
        <Part title="Most source time" hint="In the last seven days, kept answers left out.">
          <HeavyQuestions
            slug={slug}
            place={place}
            label="Most source time"
            questions={overview.slowest}
            by="time"
          />
        </Part>
        <Part title="Most room" hint="Of what is kept now.">
          <HeavyQuestions
            slug={slug}
            place={place}
            label="Most room"
            questions={overview.largest}
            by="room"
          />
        </Part>
      </div>
    </>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="mt-2 min-w-0">
      <h2 className="text-base font-semibold">{title}</h2>
      {hint ? <p className="text-13 text-ink-2">{hint}</p> : null}
      <div className="mt-1">{children}</div>
    </section>
  );
}

function CacheFacts({ place, overview }: Omit<CacheViewProps, "slug">) {
  const { locale } = place;
  const { asked, reused, entries, bytes, maxBytes, savedMs } = overview;
  const count = (value: number) => value.toLocaleString(locale);
  const facts = [
    {
      name: "Answered from the cache",
      value: rateText(reused, asked, locale),
      hint: asked === 0 ? "Nothing asked in 24 hours" : `${count(reused)} of ${count(asked)} in 24 hours`,
    },
    {
      name: "Room taken",
      value: formatBytes(bytes, { locale }),
      hint: `${rateText(bytes, maxBytes, locale)} of ${formatBytes(maxBytes, { locale })}`,
    },
    { name: "Answers kept", value: count(entries), hint: "Until they expire, or need the room" },
    {
      name: "Source time saved",
      value: formatDuration(savedMs, { locale }),
      hint: "By the answers kept now",
    },
  ];
  return (
    <dl className="grid grid-cols-1 overflow-hidden rounded-lg border bg-card min-[480px]:grid-cols-2 xl:grid-cols-4">
      {facts.map(({ name, value, hint }) => (
        <div key={name} className="-mt-px -ml-px border-t border-l px-4 py-3">
          <dt className="text-13 text-ink-2">{name}</dt>
          <dd className="mt-0.5 font-serif text-title text-ink tabular-nums">{value}</dd>
          <dd className="text-13 text-ink-3">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
