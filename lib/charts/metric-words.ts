/** What a metric says beside its figure, the same on paper, in a file and in a mail. */
import type { MetricModel } from "@/lib/charts/types";

/** Direction is told by shape as well as by colour: the page may be printed in black. */
const ARROWS = { up: "▲", down: "▼", flat: "" } as const;

/** "▲ +4.2 % (+€10,819)"; null when there is nothing to compare with. */
export function changeWords({ comparison }: MetricModel): string | null {
  if (!comparison?.changeText) return null;
  const { direction, changeText, differenceText } = comparison;
  return [ARROWS[direction], changeText, differenceText && `(${differenceText})`].filter(Boolean).join(" ");
}

/** "Target €60,000, 84 % reached"; null without a target. */
export function targetWords({ target }: MetricModel): string | null {
  if (!target) return null;
  if (target.reached) return `Target ${target.text}, reached`;
  return `Target ${target.text}, ${target.progress ? `${target.progress.text} reached` : "not reached"}`;
}
