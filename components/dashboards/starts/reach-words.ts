/** For whom a first dashboard opens, in words. Pure. */
import type { StartDto } from "@/lib/dashboards/starts/schemas";

export const peopleWords = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

/** One sentence for each group of people whom a decision concerns; the ones for whom it opens come first. */
export function reachWords({
  target,
  people,
  reach,
}: Pick<StartDto, "target" | "people" | "reach">): string[] {
  if (people === 0) return ["Nobody is here yet."];
  if (!reach)
    return [
      target.of === "jobRole"
        ? "Their department decides, or else they begin on the home page."
        : "The department above decides, or else they begin on the home page.",
    ];
  const { opens, ownChoice, nearer, unseen } = reach;
  return [
    opens === people ? `Opens for ${everybody(people)}.` : `Opens for ${opens} of ${people}.`,
    ...(ownChoice > 0 ? [`${ownChoice} chose another one.`] : []),
    ...(nearer > 0 ? [`For ${nearer}, their job role or a nearer department decides.`] : []),
    ...(unseen > 0 ? [`${unseen} cannot see it: share it with them.`] : []),
  ];
}

const everybody = (people: number): string => (people === 1 ? "the one person" : `all ${people}`);
