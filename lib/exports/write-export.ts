import { PassThrough } from "node:stream";
import type { RowStream } from "@/lib/data-sources";
import { AppError, assertNever } from "@/lib/errors";
import { EXPORT_FORMATS, type ResultFormat } from "@/lib/exports/schemas";
import type { Reader } from "@/lib/queries";
import { BYTE_ORDER_MARK } from "@/lib/render/csv/csv-text";
import { storage, type StoredObject } from "@/lib/storage";
import type { Progress } from "./progress-reporter";
import { writeCsv } from "./writers/csv";
import { writeJsonl } from "./writers/jsonl";
import { writeParquet } from "./writers/parquet";
import type { RowWriter, WriteOptions } from "./writers/types";
import { writeXlsx } from "./writers/xlsx";

export type Written = StoredObject & { rows: number };

/** Takes a result into an object of the store, and says on the way how far it is. */
export function exportReader(
  format: ResultFormat,
  key: string,
  options: Omit<WriteOptions, "onRows">,
  onProgress: (progress: Progress) => void,
): Reader<Written> {
  const { contentType } = EXPORT_FORMATS[format];
  const progress = { rows: 0, bytes: 0 };
  const store = (bytes: AsyncIterable<Uint8Array>) =>
    storage().putStream(key, measured(bytes, progress, onProgress), contentType);
  return {
    rows: async (rows: RowStream) => {
      const onRows = (count: number) => {
        progress.rows += count;
      };
      const stored = await store(writerOf(format)(rows, { ...options, onRows }));
      return { ...stored, rows: progress.rows };
    },
    csv: format === "CSV" ? (write) => storeCsv(write, store) : undefined,
  };
}

/** What the source writes goes straight into the store. */
async function storeCsv(
  write: Parameters<NonNullable<Reader<Written>["csv"]>>[0],
  store: (bytes: AsyncIterable<Uint8Array>) => Promise<StoredObject>,
): Promise<Written> {
  const pipe = new PassThrough({ highWaterMark: 4 * PIECE_BYTES });
  pipe.write(BYTE_ORDER_MARK);
  const storing = store(pipe);
  // Waited for below, also when writing fails first.
  storing.catch(() => undefined);
  try {
    const { rows } = await write(pipe);
    pipe.end();
    return { ...(await storing), rows };
  } catch (error) {
    pipe.destroy(error instanceof Error ? error : new Error(String(error)));
    const refused = await storing.then(
      () => null,
      (reason: unknown) => reason,
    );
    // Where the store gave up first, the source only knows that nobody listens any more.
    throw refused instanceof AppError ? refused : error;
  }
}

/** Sources send small chunks: handing each to the store would take longer than making them. */
const PIECE_BYTES = 1024 * 1024;

async function* measured(
  bytes: AsyncIterable<Uint8Array>,
  progress: Progress,
  onProgress: (progress: Progress) => void,
): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.byteLength;
    progress.bytes += chunk.byteLength;
    onProgress({ ...progress });
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}

function writerOf(format: ResultFormat): RowWriter {
  switch (format) {
    case "CSV":
      return writeCsv;
    case "XLSX":
      return writeXlsx;
    case "JSONL":
      return writeJsonl;
    case "PARQUET":
      return writeParquet;
    default:
      return assertNever(format);
  }
}
