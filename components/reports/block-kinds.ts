import { ChartLine, Heading, Image, type LucideIcon, Minus, Rows3, SquareStack, Text } from "lucide-react";
import { METRIC_DEFAULTS } from "./block-defaults";
import { PAGE_COLUMNS } from "@/lib/reports/document";
import type { ReportBlock, ReportBlockKind } from "@/lib/reports/schemas";

type BlockKind = { name: string; icon: LucideIcon; create: (id: string) => ReportBlock };

/** Everything the editor knows of a kind of block. A new kind does not compile without its entry. */
export const BLOCK_KINDS = {
  heading: { name: "Heading", icon: Heading, create: (id) => ({ id, kind: "heading", level: 1, text: "" }) },
  text: { name: "Text", icon: Text, create: (id) => ({ id, kind: "text", markdown: "" }) },
  image: {
    name: "Picture",
    icon: Image,
    create: (id) => ({ id, kind: "image", title: "", pictureId: "", alt: "", width: PAGE_COLUMNS }),
  },
  metrics: {
    name: "Metric row",
    icon: SquareStack,
    create: (id) => ({ id, kind: "metrics", items: [{ id: `${id}-1`, ...METRIC_DEFAULTS }] }),
  },
  chart: {
    name: "Chart",
    icon: ChartLine,
    create: (id) => ({
      id,
      kind: "chart",
      queryId: "",
      parameters: {},
      visual: { kind: "line", title: "", x: "", y: [], stacking: "none", horizontal: false },
    }),
  },
  table: {
    name: "Table",
    icon: Rows3,
    create: (id) => ({
      id,
      kind: "table",
      queryId: "",
      parameters: {},
      visual: { kind: "table", title: "", columns: [], totals: false, maxRows: 1000 },
    }),
  },
  page_break: { name: "Page break", icon: Minus, create: (id) => ({ id, kind: "page_break" }) },
} as const satisfies Record<ReportBlockKind, BlockKind>;

/** How a block is named in the outline. */
export function blockTitle(block: ReportBlock): string {
  const name = BLOCK_KINDS[block.kind].name;
  switch (block.kind) {
    case "heading":
      return block.text || name;
    case "text":
      return (
        block.markdown
          .split("\n")[0]
          ?.replace(/[*_#>`]/g, "")
          .trim()
          .slice(0, 60) || name
      );
    case "metrics":
      return (
        block.items
          .map((item) => item.visual.title)
          .filter(Boolean)
          .join(", ") || name
      );
    case "chart":
    case "table":
      return block.visual.title || name;
    case "image":
      return block.title || block.alt || name;
    case "page_break":
      return name;
  }
}
