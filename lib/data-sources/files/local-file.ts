import type { FoundLoad } from "@/lib/data-sources/files/find-files";
import type { LocalFile } from "@/lib/data-sources/files/reading";
import type { TextFacts } from "@/lib/data-sources/files/text-facts";
import { storage } from "@/lib/storage";

/** An uploaded file on this machine. Throws AppError not_found. */
export async function localFile(
  load: Pick<FoundLoad, "uploadKey" | "inspection" | "bytes" | "fileName">,
): Promise<LocalFile> {
  const { facts } = load.inspection as { facts: TextFacts };
  const path = await storage().localPath(load.uploadKey ?? "");
  return { path, bytes: Number(load.bytes), fileName: load.fileName, facts };
}
