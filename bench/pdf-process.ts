/** Renders the benchmark's report in a pool of one worker, once for every message of the parent process. */
import { RenderPool } from "@/lib/render/pool/render-pool";
import type { DocumentFormat } from "@/lib/render/rendered-file";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { barChart, lineChart, pieChart, practitionerTable } from "@/lib/render/testing/sample-models";
import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";

/** `peakMb` is the most memory the process has held so far; `file` the document, when it was asked for. */
export type RenderMeasurement = { ms: number; peakMb: number; file: string | null };
export type RenderOrder = { format: DocumentFormat; wantsFile: boolean };

const CHARTS = [lineChart, barChart, pieChart];

const report = benchReport();
const pool = new RenderPool({ workerPath: process.argv[2] ?? "", size: 1 });

process.on("message", ({ format, wantsFile }: RenderOrder) => {
  void measure(format, wantsFile).then((measurement) => process.send?.(measurement));
});
process.on("disconnect", () => void pool.close());

async function measure(format: DocumentFormat, wantsFile: boolean): Promise<RenderMeasurement> {
  const start = performance.now();
  const { bytes } = await pool.run({ kind: "document", format, document: report });
  const ms = performance.now() - start;
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { ms, peakMb, file: wantsFile ? bytes.toString("utf8") : null };
}

function benchReport(): PreparedDocument {
  const blocks: PreparedBlock[] = [];
  for (let index = 0; index < 12; index++) {
    const model = CHARTS[index % CHARTS.length]?.({ title: `Chart ${index + 1}` });
    if (model) blocks.push({ id: `chart-${index}`, kind: "chart", model });
  }
  for (let index = 0; index < 3; index++) {
    blocks.push({
      id: `table-${index}`,
      kind: "table",
      model: practitionerTable(50, { title: `Table ${index + 1}` }),
    });
  }
  return sampleDocument({ blocks });
}
