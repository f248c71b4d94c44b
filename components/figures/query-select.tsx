"use client";

import { NativeSelect } from "@/components/ui/native-select";
import type { QuerySummary } from "@/lib/queries/schemas";
import { Field } from "./field";

type QuerySelectProps = {
  queries: readonly QuerySummary[];
  value: string;
  onChange: (queryId: string) => void;
};

/** The queries of the workspace by category. A query that is gone says so. */
export function QuerySelect({ queries, value, onChange }: QuerySelectProps) {
  const categories = [...new Set(queries.map(categoryOf))];
  const missing = value !== "" && !queries.some((query) => query.id === value);
  const chosen = queries.find((query) => query.id === value);
  return (
    <Field
      label="Query"
      hint={chosen?.description}
      message={missing ? "This query was deleted. Choose another." : undefined}
    >
      {(control) => (
        <NativeSelect
          {...control}
          value={missing ? "" : value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="" disabled>
            Choose a query
          </option>
          {categories.map((category) => (
            <optgroup key={category} label={category}>
              {queries
                .filter((query) => categoryOf(query) === category)
                .map((query) => (
                  <option key={query.id} value={query.id}>
                    {query.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}

const categoryOf = (query: QuerySummary) => query.category || "Other";
