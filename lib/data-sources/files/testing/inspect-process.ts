/** Inspects a file, given its path and name, and says how many columns it has: for tests with little memory. */
import { readFileSync, statSync } from "node:fs";
import { convertToParquet } from "@/lib/data-sources/files/convert-to-parquet";
import { formatOf, HEAD_BYTES } from "@/lib/data-sources/files/file-format";
import { inspectFile } from "@/lib/data-sources/files/inspect-file";
import { planOf } from "@/lib/data-sources/files/plan";
import { ReadOptions, RequestLoadInput } from "@/lib/data-sources/files/schemas";
import { TextFactsReader } from "@/lib/data-sources/files/text-facts";

async function main([path = "", fileName = "", options = "{}", folder = ""]: string[]): Promise<string> {
  const content = readFileSync(path);
  const reader = new TextFactsReader();
  reader.update(content);
  const file = { path, bytes: statSync(path).size, fileName, facts: reader.end() };
  const format = formatOf(fileName, content.subarray(0, HEAD_BYTES));
  const inspected = await inspectFile(file, format, ReadOptions.parse(JSON.parse(options)));
  if (folder === "") return `${inspected.width} columns`;
  const request = RequestLoadInput.parse({
    loadId: "00000000-0000-4000-8000-000000000000",
    columns: inspected.inspection.columns.map(({ name }, index) => ({
      name,
      type: "text",
      isIncluded: index < 2,
    })),
    target: { mode: "create", tableName: "t" },
  });
  const job = { file, plan: planOf(inspected, request), folder, target: `${folder}/part.parquet` };
  return `${(await convertToParquet(job)).rows} rows`;
}

main(process.argv.slice(2)).then(
  (answer) => console.log(answer),
  (error: Error) => console.log(error.message),
);
