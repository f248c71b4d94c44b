import { once } from "node:events";
import { crc32, createDeflateRaw, type DeflateRaw } from "node:zlib";
import { AppError } from "@/lib/errors";

/** Where finished bytes go. Awaited before more are made, so a slow reader slows the writer. */
export type ByteSink = (chunk: Buffer) => void | Promise<void>;

const LOCAL_HEADER = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION_NEEDED = 20;
/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980: the same content gives the same bytes, so a file's hash proves its content. */
const FIXED_DATE = 0x21;
const MAX_BYTES = 0xffffffff;

type Entry = { name: Buffer; offset: number; crc: number; compressed: number; uncompressed: number };
type OpenEntry = Entry & { deflate: DeflateRaw; pending: Buffer[]; failure: Error | null };

/**
 * Streaming ZIP archive (APPNOTE 6.3, no ZIP64) on `node:zlib` alone: one entry at a time, memory does not
 * grow with the content. Throws `render_failed` beyond 4 GB.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;
  private current: OpenEntry | null = null;

  /** @param level zlib level, 1 (fast) to 9 (small). */
  constructor(
    private readonly sink: ByteSink,
    private readonly level = 6,
  ) {}

  async openEntry(name: string): Promise<void> {
    if (this.current) throw new Error(`Entry ${this.current.name} is still open.`);
    const encoded = Buffer.from(name, "utf8");
    const entry: Entry = { name: encoded, offset: this.offset, crc: 0, compressed: 0, uncompressed: 0 };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(LOCAL_HEADER, 0);
    header.writeUInt16LE(VERSION_NEEDED, 4);
    header.writeUInt16LE(FLAGS, 6);
    header.writeUInt16LE(DEFLATE, 8);
    header.writeUInt16LE(FIXED_DATE, 12);
    header.writeUInt16LE(encoded.length, 26);
    await this.emit(Buffer.concat([header, encoded]));

    const deflate = createDeflateRaw({ level: this.level, chunkSize: 128 * 1024 });
    const open: OpenEntry = { ...entry, deflate, pending: [], failure: null };
    deflate.on("data", (chunk: Buffer) => open.pending.push(chunk));
    deflate.on("error", (error) => {
      open.failure = error;
    });
    this.current = open;
  }

  async write(content: string | Buffer): Promise<void> {
    const entry = this.mustBeOpen();
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    entry.crc = crc32(bytes, entry.crc);
    entry.uncompressed += bytes.length;
    if (!entry.deflate.write(bytes)) await once(entry.deflate, "drain");
    await this.drain(entry);
  }

  async closeEntry(): Promise<void> {
    const entry = this.mustBeOpen();
    const ended = once(entry.deflate, "end");
    entry.deflate.end();
    await ended;
    await this.drain(entry);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(DATA_DESCRIPTOR, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.compressed, 8);
    descriptor.writeUInt32LE(entry.uncompressed, 12);
    await this.emit(descriptor);
    const { name, offset, crc, compressed, uncompressed } = entry;
    this.entries.push({ name, offset, crc, compressed, uncompressed });
    this.current = null;
  }

  async addFile(name: string, content: string | Buffer): Promise<void> {
    await this.openEntry(name);
    await this.write(content);
    await this.closeEntry();
  }

  /** Writes the directory. The sink has everything when this resolves. */
  async finish(): Promise<void> {
    const start = this.offset;
    for (const entry of this.entries) await this.emit(centralHeader(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END_OF_DIRECTORY, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.emit(end);
  }

  private mustBeOpen(): OpenEntry {
    if (!this.current) throw new Error("No entry is open.");
    if (this.current.failure) throw this.current.failure;
    return this.current;
  }

  private async drain(entry: OpenEntry): Promise<void> {
    for (const chunk of entry.pending.splice(0)) {
      entry.compressed += chunk.length;
      await this.emit(chunk);
    }
  }

  private async emit(chunk: Buffer): Promise<void> {
    this.offset += chunk.length;
    if (this.offset > MAX_BYTES || (this.current?.uncompressed ?? 0) > MAX_BYTES) {
      throw new AppError(
        "render_failed",
        "The file would be larger than 4 GB. Narrow the period or the filters.",
      );
    }
    await this.sink(chunk);
  }
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt16LE(VERSION_NEEDED, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(FIXED_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.compressed, 20);
  header.writeUInt32LE(entry.uncompressed, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** Collects a sink's bytes; for files small enough to hold. */
export function collectBytes(): { sink: ByteSink; bytes: () => Buffer } {
  const chunks: Buffer[] = [];
  return { sink: (chunk) => void chunks.push(chunk), bytes: () => Buffer.concat(chunks) };
}
