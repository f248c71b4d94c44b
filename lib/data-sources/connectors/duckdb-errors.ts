/** What DuckDB says, in words for people. Paths of this server never enter a message. */
import { AppError } from "@/lib/errors";
import { refused } from "./failures";

type Said = { kind: string; message: string; position?: number };

export function withoutTables(sourceName: string): AppError {
  return new AppError(
    "query_failed",
    `${quoted(sourceName)} has no tables yet. Upload a file to it, then ask again.`,
  );
}

export function missingFiles(sourceName: string): AppError {
  return new AppError(
    "source_unreachable",
    `${quoted(sourceName)} cannot be read: its stored files are missing or damaged. Upload them again, or restore the storage from a backup.`,
    { step: "connect" },
  );
}

/** An error of a statement; `details.position` counts characters of `text`, from 1. What is not DuckDB's stays as it is. */
export function describeDuckdbFailure(error: unknown, sourceName: string, text: string): unknown {
  const said = error instanceof Error && !(error instanceof AppError) ? parse(error.message) : null;
  if (!said) return error;
  const { kind, message, position } = said;
  if (kind === "Out of Memory" || /^failed to allocate|Out of Memory/i.test(message))
    return refused(
      sourceName,
      "it needs more memory than is set aside for uploaded files. Ask for fewer rows or columns at once.",
    );
  if (kind === "Permission")
    return refused(
      sourceName,
      "only the uploaded tables can be read, no other files and no addresses.",
      at(text, position),
    );
  if (kind === "TransactionContext")
    return refused(sourceName, "it is only read, and this query writes. Remove what writes.");
  if (kind === "IO") return missingFiles(sourceName);
  return refused(sourceName, sentence(message), at(text, position));
}

/** DuckDB is told to write its errors as JSON; what the driver says itself is plain text. */
function parse(raw: string): Said | null {
  const json = raw.indexOf('{"exception_type"');
  if (json >= 0) {
    try {
      const said = JSON.parse(raw.slice(json)) as Record<string, string>;
      const position = said.position === undefined ? undefined : Number(said.position);
      return { kind: said.exception_type ?? "", message: said.exception_message ?? "", position };
    } catch {
      // Not JSON after all: printed as it is.
    }
  }
  const [, kind = "", message = ""] = /^([A-Z][A-Za-z ]*?) Error: ([\s\S]*)$/.exec(raw) ?? [];
  return kind ? { kind, message } : null;
}

/** The position counts bytes from 0; people's editors count characters, ours from 1. */
function at(text: string, position: number | undefined): { position?: number } {
  if (position === undefined) return {};
  const before = Buffer.from(text, "utf8").subarray(0, position).toString("utf8");
  return { position: Math.min(before.length, text.length) + 1 };
}

function sentence(message: string): string {
  const [first = ""] = message.split("\n\n");
  const text = first
    .replace(/\n+/g, " ")
    .replaceAll(/(?:\/[^\s/"']+){2,}/g, "a stored file")
    .trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const quoted = (name: string): string => `The data source “${name}”`;
