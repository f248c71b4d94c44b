import { valueWords } from "@/components/figures/parameter-values";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { describeBuilder } from "@/lib/queries/builder/describe";
import { hasPeriod } from "@/lib/queries/builder/has-period";
import type { ParameterDefinition, QueryDto } from "@/lib/queries/schemas";
import type { EditorPlace } from "./definition-pane";
import { followsPeriod, PARAMETER_TYPES } from "./parameter-words";
import { QueryAnswer } from "./query-answer";

type QueryReaderProps = { slug: string; place: EditorPlace; query: QueryDto };

/** A query for people who do not change queries: what it answers, what it asks, and with which values. */
export function QueryReader({ slug, place, query }: QueryReaderProps) {
  const { definition } = query;
  const { parameters } = definition;
  return (
    <>
      <PageHeader
        title={query.name}
        description={query.description || undefined}
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
        status={<Badge>Version {query.version}</Badge>}
      />
      <PageBody>
        <p className="text-13 text-ink-2">
          Asks {query.dataSourceName}
          {query.category ? `, category ${query.category}` : ""}.
        </p>
        <QueryAnswer
          slug={slug}
          place={place}
          queryId={query.id}
          parameters={parameters}
          followsPeriod={definition.kind === "builder" && hasPeriod(definition.builder.filters)}
        />
        <section aria-labelledby="text-heading" className="min-w-0 rounded-lg border bg-card p-4">
          <h2 id="text-heading" className="font-serif text-lg">
            {definition.kind === "sql" ? "The question in SQL" : "The question"}
          </h2>
          {definition.kind === "sql" ? (
            <pre tabIndex={0} className="mt-3 overflow-x-auto font-mono text-13 leading-5">
              {definition.sql}
            </pre>
          ) : (
            <p className="mt-2 text-sm">{describeBuilder(definition)}</p>
          )}
        </section>
        {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
      </PageBody>
    </>
  );
}

function Parameters({ parameters }: { parameters: ParameterDefinition[] }) {
  return (
    <section aria-labelledby="parameters-heading" className="rounded-lg border bg-card p-4">
      <h2 id="parameters-heading" className="mb-2 font-serif text-lg">
        Parameters
      </h2>
      <Table label="Parameters">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>Type</TableHead>
            <TableHead>Default</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {parameters.map((parameter) => (
            <TableRow key={parameter.name}>
              <TableCell>{parameter.label || parameter.name}</TableCell>
              <TableCell className="text-ink-2">{typeWords(parameter)}</TableCell>
              <TableCell className="text-ink-2">{defaultWords(parameter)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

const typeWords = ({ type, isList }: ParameterDefinition): string =>
  isList ? `${PARAMETER_TYPES[type]}, several` : PARAMETER_TYPES[type];

function defaultWords(parameter: ParameterDefinition): string {
  if (followsPeriod(parameter)) return "Follows the period";
  if (parameter.default === undefined) return parameter.isRequired ? "None, a value is needed" : "None";
  return valueWords(parameter.default);
}
