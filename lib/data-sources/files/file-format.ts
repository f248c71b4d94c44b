import { extname } from "node:path";
import { ACCEPTED_EXTENSIONS, type FileFormat } from "@/lib/data-sources/files/schemas";
import { InvalidInputError } from "@/lib/errors";

/** First bytes of what people upload by mistake, and what to do with it. */
const FOREIGN: { magic: string; sentence: string }[] = [
  {
    magic: "d0cf11e0a1b11ae1",
    sentence:
      "is protected by a password or is an old Excel file (.xls). Open it in Excel, remove the password, and save it as .xlsx.",
  },
  { magic: "89504e47", sentence: "is a picture, not a table." },
  { magic: "ffd8ff", sentence: "is a picture, not a table." },
  { magic: "47494638", sentence: "is a picture, not a table." },
  {
    magic: "25504446",
    sentence: "is a PDF. Export the table from the program it comes from as CSV or XLSX.",
  },
  { magic: "1f8b", sentence: "is compressed. Unpack it and upload what is inside." },
  { magic: "377abcaf271c", sentence: "is compressed. Unpack it and upload what is inside." },
  { magic: "28b52ffd", sentence: "is compressed. Unpack it and upload what is inside." },
  { magic: "7f454c46", sentence: "is a program, not a table." },
  { magic: "4d5a9000", sentence: "is a program, not a table." },
];

/** How many bytes of the beginning {@link formatOf} wants to see. */
export const HEAD_BYTES = 16;

/**
 * What a file is, by its first bytes and then by its name. Throws InvalidInputError for what cannot be a table.
 * A workbook is known by its bytes alone, whatever it is called.
 */
export function formatOf(fileName: string, head: Buffer): FileFormat {
  const hex = head.toString("hex");
  const refuse = (sentence: string): never => {
    throw new InvalidInputError(`“${fileName}” ${sentence}`);
  };
  const extension = extname(fileName).toLowerCase();
  if (hex.startsWith("50415231")) return "PARQUET";
  if (hex.startsWith("504b0304")) return "XLSX";
  const foreign = FOREIGN.find(({ magic }) => hex.startsWith(magic));
  if (foreign) refuse(foreign.sentence);
  const format = (ACCEPTED_EXTENSIONS as Record<string, FileFormat | undefined>)[extension];
  if (format === "XLSX") refuse("is called .xlsx and is not an Excel workbook. Save it again in Excel.");
  if (format === "PARQUET") refuse("is called .parquet and is not a Parquet file.");
  if (head.length === 0) refuse("is empty. Upload a file with at least a header.");
  if (format) return format;
  // A name that says nothing: text is tried as CSV, which can be corrected.
  return extension === "" || !/^\.(xls|xlsb|ods|html?|xml|docx?|pptx?|sql|zip|db|sqlite)$/.test(extension)
    ? "CSV"
    : refuse(`cannot be loaded. Upload CSV, TSV, XLSX, JSON lines or Parquet.`);
}
