"use client";

import { useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ColumnType } from "@/lib/charts/types";
import type { FilterOperator } from "@/lib/queries/builder/schema";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { takesList } from "./filter-words";
import { nameProblem, parameterType, toParameterName } from "./parameter-choices";

type NewParameterProps = {
  /** Of the column that is compared; the parameter is called like it until somebody writes a name. */
  name: string;
  type: ColumnType;
  operator: FilterOperator;
  parameters: readonly ParameterDefinition[];
  onAdd: (parameter: ParameterDefinition) => void;
};

/** Names what people are asked for. Not a form of its own: it stands inside the query's. */
export function NewParameter({ name, type, operator, parameters, onAdd }: NewParameterProps) {
  const [label, setLabel] = useState(name);
  const parameterName = toParameterName(label);
  const problem = nameProblem(parameterName, parameters);
  function add() {
    if (problem) return;
    onAdd({
      name: parameterName,
      label: label.trim().slice(0, 100),
      type: parameterType(type, operator),
      isList: takesList(operator),
      options: null,
      // Left empty it lets every row pass: what people expect of a filter they have not touched.
      isRequired: false,
    });
  }
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Ask for"
        message={problem ?? undefined}
        hint={
          problem ? undefined : `A parameter called ${parameterName}. Left empty, the condition falls away.`
        }
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={label}
            onChange={({ target }) => setLabel(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        )}
      </Field>
      <Button onClick={add} disabled={problem !== null} className="self-end">
        Add the parameter
      </Button>
    </div>
  );
}
