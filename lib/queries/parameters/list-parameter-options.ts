import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import { executeDefinition } from "@/lib/queries/execute-definition";
import { aimFilters } from "@/lib/queries/filters/aim-filters";
import type { FigureFilter } from "@/lib/queries/filters/figure-filter";
import { narrowRows } from "@/lib/queries/filters/narrow-rows";
import { pushFilters } from "@/lib/queries/filters/push-filters";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import { hasValue, refuseReaderValues } from "@/lib/queries/parameters/resolve";
import { usedParameters } from "@/lib/queries/parameters/used-parameters";
import { getQuery } from "@/lib/queries/read-queries";
import {
  ListParameterOptionsInput,
  type ParameterDefinition,
  type ParameterOptions,
  type ParameterOptionsDto,
  type ParameterValues,
  type QueryDto,
  TryParameterOptionsInput,
} from "@/lib/queries/schemas";
import { resolveRange } from "@/lib/time/ranges";

/** More are no longer chosen from but searched. */
const MOST_OPTIONS = 1000;

/**
 * What a parameter of a saved query can be, given what is chosen for the others: its fixed values, or the rows of
 * the query that feeds it. Throws NotFoundError, InvalidInputError for a parameter without such values and for
 * one that waits for another, and what running the feeding query throws.
 */
export async function listParameterOptions(
  ctx: RequestContext,
  input: z.input<typeof ListParameterOptionsInput>,
): Promise<ParameterOptionsDto> {
  requirePermission(ctx, "query:read");
  const { queryId, parameter, values } = ListParameterOptionsInput.parse(input);
  const { definition } = await getQuery(ctx, { queryId });
  const { isWithin: _, ...offered } = await optionsOf(ctx, {
    parameters: definition.parameters,
    parameter,
    values,
  });
  return offered;
}

/** The same for parameters that are being declared. */
export async function tryParameterOptions(
  ctx: RequestContext,
  input: z.input<typeof TryParameterOptionsInput>,
): Promise<ParameterOptionsDto> {
  requirePermission(ctx, "query:run");
  const { isWithin: _, ...offered } = await optionsOf(ctx, TryParameterOptionsInput.parse(input));
  return offered;
}

/** `isWithin` is false where a value that was to hold does not reach the query that feeds the list. */
export type OptionsWithin = ParameterOptionsDto & { isWithin: boolean };

/**
 * The same for parameters that another noun keeps: the filters of a dashboard. Those in `held` reach the feeding query
 * as they reach a figure: by its parameters, its tables or the columns of its rows. Fixed values are what their author
 * wrote down for everybody.
 */
export async function optionsOfParameters(
  ctx: RequestContext,
  input: z.input<typeof TryParameterOptionsInput>,
  held: readonly FigureFilter[] = [],
): Promise<OptionsWithin> {
  requirePermission(ctx, "query:read");
  return optionsOf(ctx, TryParameterOptionsInput.parse(input), held);
}

type Asked = { parameters: ParameterDefinition[]; parameter: string; values: ParameterValues };

async function optionsOf(
  ctx: RequestContext,
  asked: Asked,
  held: readonly FigureFilter[] = [],
): Promise<OptionsWithin> {
  refuseReaderValues(asked.values);
  const { options } = findParameter(asked);
  if (!options)
    throw new InvalidInputError(`The parameter ${asked.parameter} has no values to choose from.`, {
      parameter: asked.parameter,
    });
  if (options.kind === "values") {
    const fixed = options.values.map(({ value, label }) => ({ value, label: label || value }));
    return { ...distinct(fixed, false), isWithin: true };
  }
  const feeding = await getQuery(ctx, { queryId: options.queryId });
  const { zone, weekStartsOn } = ctx.workspace;
  const aimed = aimFilters(
    held,
    { parameters: usedParameters(feeding.definition), own: {} },
    { now: ctx.now(), zone, weekStartsOn },
  );
  const { definition, left } = pushFilters(feeding.definition, aimed.columns, feeding.dataSourceId);
  const result = await executeDefinition(ctx, {
    definition,
    dataSourceId: feeding.dataSourceId,
    queryId: feeding.id,
    values: { ...handedOn(asked, feeding), ...aimed.values },
    // What can be chosen does not depend on the period that is shown.
    range: resolveRange({ kind: "relative", name: "all_time" }, ctx.now(), ctx.workspace.zone),
    purpose: "OPTIONS",
  });
  const narrowed = narrowRows(result, left, zone);
  const offered = distinct(readOptions(narrowed.result, options, feeding.name), result.truncated);
  return { ...offered, isWithin: aimed.missed.length + narrowed.missed.length === 0 };
}

function findParameter({ parameters, parameter }: Asked): ParameterDefinition {
  const found = parameters.find(({ name }) => name === parameter);
  if (found) return found;
  throw new InvalidInputError(`The query has no parameter ${parameter}.`, { parameter });
}

/** What was chosen, or is the default, for the parameters that both queries have. */
function handedOn({ parameters, parameter, values }: Asked, feeding: QueryDto): ParameterValues {
  const handed: ParameterValues = {};
  for (const taken of feeding.definition.parameters) {
    const shared = parameters.find(({ name }) => name === taken.name && name !== parameter);
    const given = shared && (Object.hasOwn(values, shared.name) ? values[shared.name] : shared.default);
    if (given !== undefined && given !== null) handed[taken.name] = given;
    if (!taken.isRequired || isFilledByPeriod(taken) || hasValue(taken, handed)) continue;
    throw new InvalidInputError(
      shared
        ? `Choose ${shared.label || shared.name} first.`
        : `The values come from the query "${feeding.name}", which needs a value for ${taken.name}. Add a parameter of this name, or give it a default there.`,
      { parameter: taken.name },
    );
  }
  return handed;
}

type FromQuery = Extract<ParameterOptions, { kind: "query" }>;

function readOptions(
  { columns, rows }: ResultSet,
  { valueColumn, labelColumn }: FromQuery,
  queryName: string,
): { value: string; label: string }[] {
  const indexOf = (name: string) => {
    const index = columns.findIndex((column) => column.name === name);
    if (index >= 0) return index;
    const known = columns.map((column) => column.name).join(", ");
    throw new InvalidInputError(
      `The query "${queryName}", which gives the values, has no column "${name}". It has: ${known}.`,
    );
  };
  const valueIndex = valueColumn ? indexOf(valueColumn) : 0;
  const labelIndex = labelColumn ? indexOf(labelColumn) : valueIndex;
  return rows.flatMap((row) => {
    const value = row[valueIndex] ?? null;
    const label = row[labelIndex] ?? null;
    return value === null ? [] : [{ value: String(value), label: String(label ?? value) }];
  });
}

function distinct(options: ParameterOptionsDto["options"], truncated: boolean): ParameterOptionsDto {
  const byValue = new Map<string, ParameterOptionsDto["options"][number]>();
  for (const option of options) if (!byValue.has(option.value)) byValue.set(option.value, option);
  const all = [...byValue.values()];
  return { options: all.slice(0, MOST_OPTIONS), truncated: truncated || all.length > MOST_OPTIONS };
}
