"use client";

import { BookOpen, Plus } from "lucide-react";
import Link from "next/link";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SearchBox } from "@/components/forms/search-box";
import { FilterBar, FilterChoice, OrderChoice } from "@/components/library/filter-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ServerAction } from "@/lib/http/action-result";
import type { QuerySummary } from "@/lib/queries/schemas";
import { filterQueries, ORDERS, type Order, SHELVES, type Shelf, sortQueries } from "./filter-queries";
import { QueryRow } from "./library/query-row";

type QueryListProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  /** User id of the reader. */
  me: string;
  queries: QuerySummary[];
  mayCreate: boolean;
  setFavourite: ServerAction<{ queryId: string; isFavourite: boolean }, { isFavourite: boolean }>;
};

const FILTERS = {
  q: parseAsString.withDefault(""),
  category: parseAsString.withDefault(""),
  tag: parseAsString.withDefault(""),
  source: parseAsString.withDefault(""),
  shelf: parseAsStringLiteral(SHELVES).withDefault("all"),
  order: parseAsStringLiteral(ORDERS).withDefault("name"),
};
const SHELF_WORDS: Record<Shelf, string> = {
  all: "All",
  mine: "Mine",
  favourites: "Favourites",
  templates: "Templates",
};
const ORDER_WORDS: Record<Order, string> = {
  name: "By name",
  used: "Most used first",
  run: "Last run first",
  changed: "Last changed first",
};

export function QueryList({ slug, place, now, me, queries, mayCreate, setFavourite }: QueryListProps) {
  const [filters, setFilters] = useQueryStates(FILTERS);
  if (queries.length === 0) return <NoQueries slug={slug} mayCreate={mayCreate} />;
  const found = sortQueries(filterQueries(queries, filters, me), filters.order);
  const distinct = (values: string[]) => [...new Set(values.filter(Boolean))].sort();
  return (
    <>
      <FilterBar label="Queries">
        <SegmentedControl
          label="Shelf"
          value={filters.shelf}
          onValueChange={(shelf) => setFilters({ shelf })}
          options={SHELVES.map((value) => ({ value, label: SHELF_WORDS[value] }))}
        />
        <SearchBox
          className="w-full sm:w-64"
          label="Search queries"
          value={filters.q}
          onChange={(words) => setFilters({ q: words })}
        />
        <FilterChoice
          label="Category"
          all="All categories"
          value={filters.category}
          options={distinct(queries.map((query) => query.category)).map((category) => [category, category])}
          onChange={(category) => setFilters({ category })}
        />
        <FilterChoice
          label="Tag"
          all="All tags"
          value={filters.tag}
          options={distinct(queries.flatMap((query) => query.tags)).map((tag) => [tag, tag])}
          onChange={(tag) => setFilters({ tag })}
        />
        <FilterChoice
          label="Data source"
          all="All data sources"
          value={filters.source}
          options={[...new Map(queries.map((query) => [query.dataSourceId, query.dataSourceName]))]}
          onChange={(source) => setFilters({ source })}
        />
        <OrderChoice
          value={filters.order}
          options={ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
          onChange={(order) => setFilters({ order })}
        />
      </FilterBar>
      {found.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3 py-8 text-sm text-ink-2">
          {filters.shelf === "favourites" && filters.q === ""
            ? "No favourites yet: mark a query with its star."
            : "No query matches."}
          <Button size="sm" onClick={() => setFilters(null)}>
            Clear the filters
          </Button>
        </div>
      ) : (
        <Table label="Queries">
          <TableHeader>
            <TableRow>
              <TableHead className="w-10">
                <span className="sr-only">Favourite</span>
              </TableHead>
              <TableHead>Query</TableHead>
              <TableHead className="hidden lg:table-cell">Owner</TableHead>
              <TableHead className="hidden md:table-cell">Data source</TableHead>
              <TableHead numeric className="hidden sm:table-cell">
                Asked
              </TableHead>
              <TableHead className="hidden sm:table-cell">Last run</TableHead>
              <TableHead className="hidden xl:table-cell">Changed</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.map((query) => (
              <QueryRow
                key={query.id}
                slug={slug}
                place={place}
                now={now}
                query={query}
                setFavourite={setFavourite}
              />
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

function NoQueries({ slug, mayCreate }: Pick<QueryListProps, "slug" | "mayCreate">) {
  return (
    <EmptyState
      icon={<BookOpen />}
      title="No queries yet"
      description="A query asks a data source for numbers. Dashboards and reports draw what it answers. Begin with the builder, with SQL, or from a template."
      action={
        mayCreate ? (
          <span className="flex flex-wrap gap-2">
            <NewQueryButton slug={slug} />
            <TemplatesButton slug={slug} />
          </span>
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

export function TemplatesButton({ slug }: { slug: string }) {
  return (
    <Button asChild>
      <Link href={`/${slug}/queries/templates`}>From a template</Link>
    </Button>
  );
}
