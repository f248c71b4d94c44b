import type { RowStream } from "@/lib/data-sources";

export type WriteOptions = {
  /** IANA zone in which a workbook shows instants. */
  zone: string;
  /** Printed in a workbook's properties. */
  title: string;
  creator: string;
  /** ISO 8601. */
  createdAt: string;
  /** Called with the rows that were written, some thousand at a time. */
  onRows: (count: number) => void;
};

/** Rows to the bytes of a file, piece by piece: memory stays bounded whatever their number. */
export type RowWriter = (rows: RowStream, options: WriteOptions) => AsyncIterable<Uint8Array>;
