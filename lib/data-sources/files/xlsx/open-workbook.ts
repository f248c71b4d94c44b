/** A workbook's parts, guarded: no zip bombs, no macros, no entities, nothing outside the archive. */
import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Entry, open, type ZipFile } from "yauzl";
import { InvalidInputError } from "@/lib/errors";

/** Far more than the largest workbook that Excel itself can open. */
const UNPACKED_LIMIT = 4 * 1024 ** 3;
/** Deflate packs at most 1 : 1032; sheets of real tables stay below 1 : 50. */
const RATIO_LIMIT = 200;
const RATIO_FROM_BYTES = 32 * 1024 * 1024;
const ENTRIES_LIMIT = 20_000;
/** Of a part that is held in memory: everything but the cells and the shared texts. */
const HELD_LIMIT = 16 * 1024 * 1024;
/** Bytes without a beginning or an end of an element: a cell has at most 32,767 characters. */
const SILENT_LIMIT = 4 * 1024 * 1024;

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  private constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Throws InvalidInputError for what is no archive, not whole, or suspiciously packed. */
  static async open(path: string): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) =>
      // Sizes are checked while reading: an entry that is longer than it says fails.
      open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) =>
        error ? reject(notWhole()) : resolve(file),
      ),
    );
    try {
      return new Archive(zip, await readEntries(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Names in lower case: some writers spell parts differently from their references. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Throws InvalidInputError for a part that is larger than any workbook's. */
  requireHeld(name: string): void {
    if ((this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0) > HELD_LIMIT)
      throw new InvalidInputError(
        `The workbook's part ${name} is larger than any that Excel writes. Save the sheet as CSV and upload that.`,
      );
  }

  read(name: string): Promise<Readable> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw notWhole();
    return new Promise((resolve, reject) =>
      this.#zip.openReadStream(entry, (error, stream) => (error ? reject(notWhole()) : resolve(stream))),
    );
  }

  close(): void {
    this.#zip.close();
  }
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    zip.on("entry", (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const isPackedTight =
        entry.uncompressedSize > RATIO_FROM_BYTES &&
        entry.uncompressedSize > entry.compressedSize * RATIO_LIMIT;
      if (unpacked > UNPACKED_LIMIT || isPackedTight || entries.size >= ENTRIES_LIMIT) return reject(bomb());
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(encrypted());
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(notWhole()));
    zip.readEntry();
  });
}

/** The elements of a part, in order. `onText` gets the text directly inside the element that is open. */
export type XmlHandler = {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text?(text: string): void;
};

/** Feeds a part to `handler`; yields after each piece, so that what was gathered can be handed on. */
export async function* parseXml(archive: Archive, part: string, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const failures: Error[] = [];
  const requireSound = () => {
    if (failures[0]) throw failures[0];
  };
  // With a document type come entities, which can grow without end; no writer of workbooks uses one.
  parser.on("doctype", () => {
    throw new InvalidInputError(
      "The workbook declares XML entities, which no table needs. Save it again in Excel.",
    );
  });
  parser.on("error", () => {
    failures.push(notWhole());
  });
  let silent = 0;
  parser.on("opentag", (tag: SaxesTagPlain) => {
    silent = 0;
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    silent = 0;
    handler.close(localName(tag.name));
  });
  if (handler.text) parser.on("text", (text) => handler.text?.(text));
  const stream = await archive.read(part);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      silent += chunk.byteLength;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (silent > SILENT_LIMIT) throw notWhole();
      requireSound();
      yield;
    }
    parser.write(decoder.decode()).close();
    requireSound();
    yield;
  } catch (error) {
    throw error instanceof InvalidInputError ? error : notWhole();
  } finally {
    stream.destroy();
  }
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

export const notWhole = (): InvalidInputError =>
  new InvalidInputError(
    "The workbook is damaged or not whole. Save it again in Excel and upload it once more.",
  );
const bomb = (): InvalidInputError =>
  new InvalidInputError(
    "The workbook unpacks to far more than a table can be, so it is not opened. Save the sheet as CSV and upload that.",
  );
const encrypted = (): InvalidInputError =>
  new InvalidInputError(
    "The workbook is protected by a password. Remove it in Excel and upload the file again.",
  );
