"use client";

import { BuilderSection } from "./builder-section";
import { useBuilder } from "./builder-scope";
import { FilterGroupFields } from "./filter-group-fields";

/** Which rows are taken. */
export function FiltersSection() {
  const { query, change } = useBuilder();
  return (
    <BuilderSection title="Only where" hint="Which rows count" place={{ section: "filters", entries: 0 }}>
      <FilterGroupFields
        part="filters"
        group={query.filters}
        onChange={(filters, spoken, typing) => change({ ...query, filters }, spoken, typing)}
      />
    </BuilderSection>
  );
}

/** Which groups are shown, by what was measured. */
export function HavingSection() {
  const { query, change } = useBuilder();
  if (query.measures.length === 0 && query.having.items.length === 0) return null;
  return (
    <BuilderSection
      title="Only groups where"
      hint="By what was measured"
      place={{ section: "having", entries: 0 }}
    >
      <FilterGroupFields
        part="having"
        group={query.having}
        onChange={(having, spoken, typing) => change({ ...query, having }, spoken, typing)}
      />
    </BuilderSection>
  );
}
