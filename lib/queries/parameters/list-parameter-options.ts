import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { InvalidInputError } from "@/lib/errors";
import { executeDefinition } from "@/lib/queries/execute-definition";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import { hasValue, refuseReaderValues } from "@/lib/queries/parameters/resolve";
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
  return optionsOf(ctx, { parameters: definition.parameters, parameter, values });
}

/** The same for parameters that are being declared. */
export async function tryParameterOptions(
  ctx: RequestContext,
  input: z.input<typeof TryParameterOptionsInput>,
): Promise<ParameterOptionsDto> {
  requirePermission(ctx, "query:run");
  return optionsOf(ctx, TryParameterOptionsInput.parse(input));
}

/** The same for parameters that another noun keeps: the filters of a dashboard. */
export async function optionsOfParameters(
  ctx: RequestContext,
  input: z.input<typeof TryParameterOptionsInput>,
): Promise<ParameterOptionsDto> {
  requirePermission(ctx, "query:read");
  return optionsOf(ctx, TryParameterOptionsInput.parse(input));
}

type Asked = { parameters: ParameterDefinition[]; parameter: string; values: ParameterValues };

async function optionsOf(ctx: RequestContext, asked: Asked): Promise<ParameterOptionsDto> {
  refuseReaderValues(asked.values);
  const { options } = findParameter(asked);
  if (!options)
    throw new InvalidInputError(`The parameter ${asked.parameter} has no values to choose from.`, {
      parameter: asked.parameter,
    });
  if (options.kind === "values") {
    const fixed = options.values.map(({ value, label }) => ({ value, label: label || value }));
    return distinct(fixed, false);
  }
  const feeding = await getQuery(ctx, { queryId: options.queryId });
  const result = await executeDefinition(ctx, {
    definition: feeding.definition,
    dataSourceId: feeding.dataSourceId,
    queryId: feeding.id,
    values: handedOn(asked, feeding),
    // What can be chosen does not depend on the period that is shown.
    range: resolveRange({ kind: "relative", name: "all_time" }, ctx.now(), ctx.workspace.zone),
    purpose: "OPTIONS",
  });
  return distinct(readOptions(result, options, feeding.name), result.truncated);
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
