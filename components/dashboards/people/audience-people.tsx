import { Badge } from "@/components/ui/badge";
import type { AudiencePerson } from "@/lib/dashboards/sharing/schemas";
import { reasonWords } from "./audience-words";

/** Everybody who sees it by name, with every reason. */
export function AudiencePeople({ people }: { people: readonly AudiencePerson[] }) {
  return (
    <section aria-labelledby="audience-people">
      <h3 id="audience-people" className="text-sm font-medium text-ink">
        {people.length === 1 ? "1 person sees it" : `${people.length} people see it`}
      </h3>
      <ul className="mt-1 divide-y divide-rule">
        {people.map(({ userId, name, mayEdit, reasons }) => (
          <li key={userId} className="flex items-baseline gap-3 py-2 text-13">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{name}</span>
              <span className="block text-xs text-ink-2">{reasons.map(reasonWords).join(", ")}</span>
            </span>
            <Badge tone={mayEdit ? "accent" : undefined}>{mayEdit ? "Edits" : "Views"}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
