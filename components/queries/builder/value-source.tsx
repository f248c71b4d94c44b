"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
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
import { ReaderAttribute } from "./reader-attribute";
import { fittingParameters, mayBeParameter, readerAttributes } from "./parameter-choices";

type ValueSourceProps = {
  part: FilterPart;
  path: FilterPath;
  filter: Filter;
  name: string;
  type: ColumnType;
};

const OWN = "";

/** What is given a name in the popover. */
type Naming = "parameter" | "attribute";

/** Whether the value is written here, asked for, or known about the person who reads. */
export function ValueSource({ part, path, filter, name, type }: ValueSourceProps) {
  const { query, parameters, change, addParameter } = useBuilder();
  const [naming, setNaming] = useState<Naming | null>(null);
  const wanted = useRef<Naming | null>(null);
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
    <Popover open={naming !== null} onOpenChange={(open) => !open && setNaming(null)}>
      <DropdownMenu>
        <PopoverAnchor asChild>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon" aria-label={`Where the value for ${name} comes from`}>
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
        </PopoverAnchor>
        <DropdownMenuContent
          className="w-64"
          onCloseAutoFocus={(event) => {
            if (!wanted.current) return;
            // The menu gives its focus back to the button, which would close what opens there.
            event.preventDefault();
            setNaming(wanted.current);
            wanted.current = null;
          }}
        >
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
              ? readerAttributes(chosen).map((attribute) => (
                  <DropdownMenuRadioItem key={attribute.name} value={attribute.name}>
                    {attribute.words.charAt(0).toUpperCase() + attribute.words.slice(1)}
                  </DropdownMenuRadioItem>
                ))
              : null}
          </DropdownMenuRadioGroup>
          <DropdownMenuSeparator />
          <DropdownMenuItem
            onSelect={() => {
              wanted.current = "parameter";
            }}
          >
            A new parameter …
          </DropdownMenuItem>
          {type === "text" ? (
            <DropdownMenuItem
              onSelect={() => {
                wanted.current = "attribute";
              }}
            >
              Something else about the reader …
            </DropdownMenuItem>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <PopoverContent
        aria-label={naming === "attribute" ? "About the reader" : "A new parameter"}
        align="end"
      >
        {naming === "attribute" ? (
          <ReaderAttribute
            onChoose={(attribute) => {
              setNaming(null);
              choose(attribute);
            }}
          />
        ) : (
          <NewParameter
            name={name}
            type={type}
            operator={filter.operator}
            parameters={parameters}
            onAdd={(parameter) => {
              setNaming(null);
              addParameter(parameter, withFilter({ kind: "parameter", name: parameter.name }));
            }}
          />
        )}
      </PopoverContent>
    </Popover>
  );
}
