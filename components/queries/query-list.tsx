"use client";

import { BookOpen, Plus, Search } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { QuerySummary } from "@/lib/queries/schemas";
import { filterQueries } from "./filter-queries";

type QueryListProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  queries: QuerySummary[];
  mayCreate: boolean;
};

const FILTERS = {
  q: parseAsString.withDefault(""),
  category: parseAsString.withDefault(""),
  source: parseAsString.withDefault(""),
};

export function QueryList({ slug, place, now, queries, mayCreate }: QueryListProps) {
  const [filters, setFilters] = useQueryStates(FILTERS);
  if (queries.length === 0) return <NoQueries slug={slug} mayCreate={mayCreate} />;
  const found = filterQueries(queries, filters);
  const categories = [...new Set(queries.map((query) => query.category).filter(Boolean))].sort();
  const sources = [...new Map(queries.map((query) => [query.dataSourceId, query.dataSourceName]))];
  return (
    <>
      <div role="search" aria-label="Queries" className="flex flex-wrap gap-3">
        <div className="relative w-full sm:w-72">
          <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-3" />
          <Input
            type="search"
            aria-label="Search queries"
            placeholder="Search queries"
            className="pl-9"
            value={filters.q}
            onChange={({ target }) => setFilters({ q: target.value })}
          />
        </div>
        <Choice
          label="Category"
          all="All categories"
          value={filters.category}
          options={categories.map((category) => [category, category])}
          onChange={(category) => setFilters({ category })}
        />
        <Choice
          label="Data source"
          all="All data sources"
          value={filters.source}
          options={sources}
          onChange={(source) => setFilters({ source })}
        />
      </div>
      {found.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3 py-8 text-sm text-ink-2">
          No query matches.
          <Button size="sm" onClick={() => setFilters(null)}>
            Clear the filters
          </Button>
        </div>
      ) : (
        <Table label="Queries">
          <TableHeader>
            <TableRow>
              <TableHead>Query</TableHead>
              <TableHead className="hidden sm:table-cell">Category</TableHead>
              <TableHead className="hidden md:table-cell">Data source</TableHead>
              <TableHead className="hidden sm:table-cell">Changed</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.map((query) => (
              <QueryRow key={query.id} slug={slug} place={place} now={now} query={query} />
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string | null) => void;
};

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  if (options.length < 2 && value === "") return null;
  return (
    <div className="min-w-40 flex-1 sm:flex-none">
      <NativeSelect
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

type QueryRowProps = Pick<QueryListProps, "slug" | "place" | "now"> & { query: QuerySummary };

function QueryRow({ slug, place, now, query }: QueryRowProps) {
  return (
    <TableRow interactive>
      <TableCell className="max-w-0 min-w-48 md:w-1/2">
        <Link href={`/${slug}/queries/${query.id}`} className="font-medium text-ink hover:underline">
          {query.name}
        </Link>
        {query.description ? <p className="truncate text-ink-2">{query.description}</p> : null}
        {query.tags.length > 0 ? (
          <p className="mt-1 flex flex-wrap gap-1">
            {query.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </p>
        ) : null}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">{query.category || "–"}</TableCell>
      <TableCell className="hidden text-ink-2 md:table-cell">{query.dataSourceName}</TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        <RelativeTime at={query.updatedAt} now={now} {...place} />
      </TableCell>
    </TableRow>
  );
}

function NoQueries({ slug, mayCreate }: Pick<QueryListProps, "slug" | "mayCreate">) {
  return (
    <EmptyState
      icon={<BookOpen />}
      title="No queries yet"
      description="A query asks a data source for numbers. Dashboards and reports draw what it answers."
      action={mayCreate ? <NewQueryButton slug={slug} /> : undefined}
      example={
        mayCreate ? (
          <pre className="overflow-x-auto font-mono text-xs leading-5">
            {
              "select day, sum(amount) as revenue\nfrom sales\nwhere day >= {{from}} and day < {{to}}\ngroup by day"
            }
          </pre>
        ) : undefined
      }
    />
  );
}

export function NewQueryButton({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/${slug}/queries/new`}>
        <Plus aria-hidden />
        New query
      </Link>
    </Button>
  );
}
