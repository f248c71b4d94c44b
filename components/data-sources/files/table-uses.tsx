import Link from "next/link";

/** null: the person may not see it. */
export type TableUse = { id: string | null; name: string | null };

type TableUsesProps = { slug: string; uses: readonly TableUse[]; consequence: string };

const NAMED = 6;

/** The queries that ask a table, before something is done to it. */
export function TableUses({ slug, uses, consequence }: TableUsesProps) {
  if (uses.length === 0) return <p>No query asks it.</p>;
  const seen = uses.flatMap(({ id, name }) => (id && name ? [{ id, name }] : []));
  const named = seen.slice(0, NAMED);
  const rest = uses.length - named.length;
  return (
    <div>
      <p className="font-medium text-ink">
        {uses.length === 1 ? "One query asks it." : `${uses.length} queries ask it.`} {consequence}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {named.map(({ id, name }) => (
          <li key={id} className="break-words">
            <Link href={`/${slug}/queries/${id}`} className="text-accent hover:underline">
              {name}
            </Link>
          </li>
        ))}
        {rest > 0 ? <li>{named.length === 0 ? `${rest} you cannot see` : `${rest} more`}</li> : null}
      </ul>
    </div>
  );
}
