"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import type { ColumnType } from "@/lib/charts/types";
import type { Filter } from "@/lib/queries/builder/schema";
import { useBuilder } from "./builder-scope";
import type { FilterPart } from "./filter-field";
import { type FilterPath, replaceItem } from "./filter-tree";
import { firstValue } from "./filter-words";
import { NewParameter } from "./new-parameter";
import { fittingParameters, mayBeParameter, READER_ATTRIBUTES } from "./parameter-choices";

type ValueSourceProps = {
  part: FilterPart;
  path: FilterPath;
  filter: Filter;
  name: string;
  type: ColumnType;
};

const OWN = "";

/** Whether the value is written here, asked for, or known about the person who reads. */
export function ValueSource({ part, path, filter, name, type }: ValueSourceProps) {
  const { query, parameters, change, addParameter } = useBuilder();
  const [naming, setNaming] = useState(false);
  if (!mayBeParameter(filter.operator)) return null;
  const chosen = filter.value?.kind === "parameter" ? filter.value.name : OWN;
  const fitting = fittingParameters(parameters, type, filter.operator);
  const withFilter = (value: Filter["value"]) => ({
    ...query,
    [part]: replaceItem(query[part], path, { ...filter, value }),
  });
  function choose(next: string) {
    if (next === chosen) return;
    const value = next === OWN ? firstValue(filter.operator) : { kind: "parameter" as const, name: next };
    change(withFilter(value), next === OWN ? "A value of its own." : "The value is asked for.");
  }
  return (
    <Popover open={naming} onOpenChange={setNaming}>
      <DropdownMenu>
        <PopoverAnchor asChild>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon" aria-label={`Where the value for ${name} comes from`}>
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
        </PopoverAnchor>
        <DropdownMenuContent className="w-64">
          <DropdownMenuRadioGroup value={chosen} onValueChange={choose}>
            <DropdownMenuLabel>Compare with</DropdownMenuLabel>
            <DropdownMenuRadioItem value={OWN}>
              {filter.operator === "in_range" ? "A period chosen here" : "A value written here"}
            </DropdownMenuRadioItem>
            {fitting.map((parameter) => (
              <DropdownMenuRadioItem key={parameter.name} value={parameter.name}>
                Parameter: {parameter.label || parameter.name}
              </DropdownMenuRadioItem>
            ))}
            {type === "text"
              ? READER_ATTRIBUTES.map((attribute) => (
                  <DropdownMenuRadioItem key={attribute.name} value={attribute.name}>
                    {attribute.words.charAt(0).toUpperCase() + attribute.words.slice(1)}
                  </DropdownMenuRadioItem>
                ))
              : null}
          </DropdownMenuRadioGroup>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setNaming(true)}>A new parameter …</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <PopoverContent aria-label="A new parameter" align="end">
        <NewParameter
          name={name}
          type={type}
          operator={filter.operator}
          parameters={parameters}
          onAdd={(parameter) => {
            setNaming(false);
            addParameter(parameter, withFilter({ kind: "parameter", name: parameter.name }));
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
