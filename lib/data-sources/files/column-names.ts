import { uniqueNames } from "@/lib/utils/unique-names";

/**
 * What columns are called: trimmed, one line, unique whatever the case ("amount", "Amount (2)"), never empty
 * ("column 3"), at most 200 characters.
 */
export function columnNames(sourceNames: readonly (string | null)[]): string[] {
  const plain = sourceNames.map(
    (sourceName, index) =>
      (sourceName ?? "")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        .replace(/[\u0000-\u001f\u007f\ufeff\s]+/g, " ")
        .trim()
        .slice(0, 190) || `column ${index + 1}`,
  );
  return uniqueNames(plain, (name) => name.toLowerCase());
}

/** A table's name from a file's: "Sales, Q3 2026.csv" becomes `sales_q3_2026`, which SQL takes without quotes. */
export function tableNameOf(fileName: string, taken: readonly string[]): string {
  const stem = fileName
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/(\.[A-Za-z0-9]{1,8})+$/, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 80);
  const plain = stem ? (/^\d/.test(stem) ? `table_${stem}` : stem) : "table";
  const others = new Set(taken.map((name) => name.toLowerCase()));
  let name = plain;
  for (let count = 2; others.has(name); count += 1) name = `${plain}_${count}`;
  return name;
}
