import Link from "next/link";
import { SourceKind } from "@/lib/data-sources/schemas";
import { KIND_LOOKS, kindParameter } from "./kinds";

/** The first step of adding a source: where the numbers are. */
export function KindPicker({ slug }: { slug: string }) {
  return (
    <ul aria-label="Kinds of data sources" className="grid gap-3 sm:grid-cols-2">
      {SourceKind.options.map((kind) => {
        const { icon: Icon, label, description } = KIND_LOOKS[kind];
        return (
          <li key={kind}>
            <Link
              href={`/${slug}/data-sources/new?kind=${kindParameter(kind)}`}
              className="flex h-full gap-4 rounded-lg border bg-card p-4 hover:border-rule-strong hover:bg-sunken/60"
            >
              <Icon aria-hidden className="mt-0.5 size-6 shrink-0 text-ink-3" />
              <span className="min-w-0">
                <span className="block font-serif text-lg text-ink">{label}</span>
                <span className="mt-0.5 block text-13 text-ink-2">{description}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
