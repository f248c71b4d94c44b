import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { assertNever } from "@/lib/errors";
import { ChartBlock } from "@/lib/render/pdf/chart-block";
import { loadFonts, reading, registerStandIns, sans, serif } from "@/lib/render/pdf/fonts";
import { MetricsBlock } from "@/lib/render/pdf/metrics-block";
import { PageFurniture, TitleBlock } from "@/lib/render/pdf/page-furniture";
import { type PlacedBlock, type Section, toSections } from "@/lib/render/pdf/sections";
import { PictureBlock } from "@/lib/render/pdf/picture-block";
import { TableBlock } from "@/lib/render/pdf/table-block";
import { plainFont } from "@/lib/render/pdf/plain-font";
import { TextBlock } from "@/lib/render/pdf/text-block";
import { COLORS, PAGE } from "@/lib/render/pdf/theme";
import type { PreparedDocument } from "@/lib/reports/document";

/**
 * The report as an A4 PDF with real text: repeated table heads, page numbers, charts as vectors. The same
 * document gives the same bytes.
 */
export async function renderPdf(document: PreparedDocument): Promise<Buffer> {
  await loadFonts();
  registerStandIns(proseOf(document));
  const measure = (text: string, size: number, bold: boolean) =>
    plainFont(bold ? 600 : 400, "tabular").widthOf(text, size);
  const sections = toSections(document.blocks, measure);
  return renderToBuffer(
    <Document
      title={document.title}
      author={document.workspaceName}
      subject={document.subtitle}
      creator="Broadsheet"
      producer="Broadsheet"
      language={document.locale}
      creationDate={new Date(document.generatedAt)}
    >
      {sections.map((section, index) => (
        <SectionPages key={index} section={section} document={document} isFirst={index === 0} />
      ))}
    </Document>,
  );
}

/** Painted letter by letter, or no words at all: what text nodes do not hold. */
const PAINTED = new Set(["rows", "totals", "points", "src"]);

/** Every word that the layout of react-pdf may have to set. */
function* proseOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object")
    for (const [key, part] of Object.entries(value)) if (!PAINTED.has(key)) yield* proseOf(part);
}

type SectionPagesProps = { section: Section; document: PreparedDocument; isFirst: boolean };

function SectionPages({ section, document, isFirst }: SectionPagesProps) {
  return (
    <Page
      size="A4"
      orientation={section.orientation}
      // Measures once and packs: the older engine lays the whole rest out again for every page.
      experimentalPagination
      style={{
        fontFamily: sans(),
        fontSize: 9.5,
        color: COLORS.ink,
        paddingTop: PAGE.marginTop,
        paddingBottom: PAGE.marginBottom,
        paddingHorizontal: PAGE.marginX,
      }}
    >
      <PageFurniture document={document} orientation={section.orientation} />
      {isFirst ? <TitleBlock document={document} /> : null}
      {section.blocks.map((block) => (
        <Block key={block.id} block={block} />
      ))}
    </Page>
  );
}

function Block({ block }: { block: PlacedBlock }) {
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level} text={block.text} />;
    case "text":
      return <TextBlock markdown={block.markdown} />;
    case "metrics":
      return <MetricsBlock items={block.items} />;
    case "chart":
      return <ChartBlock model={block.model} drawing={block.drawing} />;
    case "table":
      return <TableBlock model={block.model} layout={block.layout} />;
    case "picture":
      return <PictureBlock block={block} />;
    case "page_break":
      return <View break />;
    case "error":
      return <ErrorBlock title={block.title} message={block.message} />;
    default:
      return assertNever(block);
  }
}

function Heading({ level, text }: { level: 1 | 2; text: string }) {
  const look = level === 1 ? { fontSize: 18, marginTop: 22 } : { fontSize: 14, marginTop: 16 };
  return (
    <Text
      minPresenceAhead={90}
      style={{
        fontFamily: serif(),
        fontWeight: 500,
        lineHeight: 1.2,
        color: COLORS.ink,
        ...look,
        ...reading(text),
      }}
    >
      {text}
    </Text>
  );
}

function ErrorBlock({ title, message }: { title: string; message: string }) {
  return (
    <View
      wrap={false}
      style={{
        marginTop: 14,
        padding: 10,
        borderWidth: 1,
        borderColor: COLORS.bad,
        backgroundColor: COLORS.badSoft,
      }}
    >
      <Text
        style={{ fontWeight: 600, color: COLORS.bad, marginBottom: 3, ...reading(title) }}
      >{`${title} could not be prepared`}</Text>
      <Text style={{ fontSize: 9.5, lineHeight: 1.4 }}>{message}</Text>
    </View>
  );
}
