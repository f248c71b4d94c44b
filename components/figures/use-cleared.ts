"use client";

import { useEffect, useState } from "react";
import type { ParameterDefinition, ParameterValue } from "@/lib/queries/schemas";
import type { ParameterOptionsState } from "./parameter-options";
import { chosenTexts, goneValues } from "./parameter-values";

/**
 * Takes out what another choice made impossible, and tells it. What stood there from the beginning stays until
 * something is changed.
 */
export function useCleared(
  { options, isList }: ParameterDefinition,
  value: ParameterValue | undefined,
  { offered, isLoading, othersKey }: ParameterOptionsState,
  onChange: (value: ParameterValue | undefined) => void,
) {
  const [cleared, setCleared] = useState<string[]>([]);
  const [firstKey] = useState(othersKey);
  const chosen = chosenTexts(value);
  const isCurrent = options?.kind === "query" && offered !== null && !isLoading && othersKey !== firstKey;
  const gone = isCurrent ? goneValues(chosen, offered) : [];
  const goneKey = gone.join("\n");

  // Outside system: the source, which answers with what can be chosen now.
  useEffect(() => {
    if (goneKey === "") return;
    const kept = chosen.filter((entry) => !gone.includes(entry));
    setCleared(gone);
    onChange(isList && kept.length > 0 ? kept : undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what is gone is answered to.
  }, [goneKey]);

  return [cleared, setCleared] as const;
}
