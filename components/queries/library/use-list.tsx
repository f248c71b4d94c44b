import Link from "next/link";
import type { QueryUseDto } from "@/lib/queries/schemas";

const PATHS = { dashboard: "dashboards", report: "reports", query: "queries" } as const;

/** What needs a query, with the way there. */
export function UseList({ slug, uses }: { slug: string; uses: readonly QueryUseDto[] }) {
  return (
    <ul className="mt-2 list-disc pl-5">
      {uses.map(({ noun, id, name }, index) => (
        <li key={id ?? index}>
          {id ? (
            <Link href={`/${slug}/${PATHS[noun]}/${id}`} className="text-ink underline">
              {name}
            </Link>
          ) : (
            `A ${noun} that is not shared with you`
          )}{" "}
          {id ? `(${noun})` : null}
        </li>
      ))}
    </ul>
  );
}
