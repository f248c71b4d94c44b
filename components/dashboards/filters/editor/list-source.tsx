"use client";

import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { DashboardFilter } from "@/lib/dashboards/schemas";
import { useQueryChoices } from "../../queries";
import type { WidgetScene } from "../../screen-types";

type ListSourceProps = {
  filter: DashboardFilter;
  scene: Pick<WidgetScene, "workspace">;
  onChange: (filter: DashboardFilter) => void;
};

/** Where the values come from that readers choose from. */
export function ListSource({ filter, scene, onChange }: ListSourceProps) {
  const queries = useQueryChoices(scene.workspace).data ?? [];
  const { options } = filter;
  const value = options?.kind === "query" ? options.queryId : options?.kind === "values" ? "values" : "";
  function choose(next: string) {
    if (next === "values") return;
    onChange({
      ...filter,
      options: next === "" ? null : { kind: "query", queryId: next, valueColumn: "", labelColumn: "" },
    });
  }
  return (
    <Field
      label="Values to choose from"
      hint="A query gives the values of its first column. Its parameters of the same names follow the other filters."
    >
      {(control) => (
        <NativeSelect {...control} value={value} onChange={({ target }) => choose(target.value)}>
          <option value="">Readers write them</option>
          {options?.kind === "values" ? <option value="values">A fixed list</option> : null}
          {queries.map((query) => (
            <option key={query.id} value={query.id}>
              {query.name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
