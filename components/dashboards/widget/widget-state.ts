import { errorBodyOf } from "@/components/figures/fetch-json";
import type { FigureState } from "@/components/figures/figure-card";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import type { useWidgetData } from "../queries";

export type WidgetState = FigureState & {
  data: WidgetData | undefined;
  /** Why a newer answer did not come, while an older one is shown. */
  isOld: boolean;
};

type Asked = Pick<
  ReturnType<typeof useWidgetData>,
  "data" | "error" | "isFetching" | "isPlaceholderData" | "refetch"
>;

export function stateOf({ data, error, isFetching, isPlaceholderData, refetch }: Asked): WidgetState {
  return {
    data,
    model: data?.model,
    // An answer that is merely old stays in sight; one that belongs to another view must not.
    error: error && (data === undefined || isPlaceholderData) ? errorBodyOf(error) : null,
    loading: isFetching && (isPlaceholderData || error !== null),
    isOld: error !== null,
    retry: () => void refetch(),
  };
}
