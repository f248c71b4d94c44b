import { openLink, type Visit } from "./open-link";
import { AppError } from "@/lib/errors";

/** Which sites may show an embedded address in a frame, as origins; none for one that opens nothing. */
export async function allowedFrameSites(text: string, visit: Visit): Promise<string[]> {
  try {
    return (await openLink({ kind: "EMBED", text }, visit)).allowedSites;
  } catch (error) {
    if (error instanceof AppError && error.code === "link_invalid") return [];
    throw error;
  }
}
