import { Canvas, Text, View } from "@react-pdf/renderer";
import { reading, serif } from "@/lib/render/pdf/fonts";
import type { Painter } from "@/lib/render/pdf/painter";
import { plainFont } from "@/lib/render/pdf/plain-font";
import { COLORS, contentWidth, type Orientation, PAGE } from "@/lib/render/pdf/theme";
import type { PreparedDocument } from "@/lib/reports/document";

const SIZE = 8;
const HEADER_TOP = 34;
const FOOTER_BOTTOM = 40;

type PageFurnitureProps = { document: PreparedDocument; orientation: Orientation };
type PageNumbers = { pageNumber: number; totalPages?: number };

/**
 * Printed on every page: whose report, which period; which version, how fresh, which page. One canvas: page
 * numbers are known late, and react-pdf would lay text out again for every page, twice.
 */
export function PageFurniture({ document, orientation }: PageFurnitureProps) {
  const width = contentWidth(orientation);
  const height = orientation === "portrait" ? PAGE.height : PAGE.width;
  const drawFor = ({ pageNumber, totalPages }: PageNumbers) => {
    const paint = (painter: Painter): null => {
      const font = plainFont(400, "proportional");
      painter.fillColor(COLORS.ink3);
      const write = (text: string, side: "left" | "right", y: number) => {
        const x = side === "left" ? 0 : width - font.widthOf(text, SIZE);
        if (text) font.write(painter, text, { x, y, size: SIZE });
      };
      write(document.workspaceName, "left", HEADER_TOP);
      write(document.subtitle, "right", HEADER_TOP);
      write(
        [document.versionLabel, document.asOfText].filter(Boolean).join(" · "),
        "left",
        height - FOOTER_BOTTOM,
      );
      write(`${pageNumber} of ${totalPages ?? pageNumber}`, "right", height - FOOTER_BOTTOM);
      return null;
    };
    return <Canvas style={{ width, height }} paint={paint} />;
  };
  return (
    <View
      fixed
      style={{ position: "absolute", top: 0, left: PAGE.marginX, width, height }}
      render={drawFor}
    />
  );
}

/** Title, period, as-of and parameters, above a rule; on the first page only. */
export function TitleBlock({ document }: { document: PreparedDocument }) {
  const facts = [document.subtitle, document.asOfText].filter(Boolean).join(" · ");
  const parameters = document.parameters.map(({ label, value }) => `${label}: ${value}`).join(" · ");
  const line = { fontSize: 9.5, color: COLORS.ink2, lineHeight: 1.5 } as const;
  return (
    <View style={{ paddingBottom: 12, borderBottomWidth: 0.9, borderBottomColor: COLORS.ink }}>
      <Text
        style={{
          fontFamily: serif(),
          fontWeight: 500,
          fontSize: 27,
          lineHeight: 1.15,
          color: COLORS.ink,
          marginBottom: 6,
          ...reading(document.title),
        }}
      >
        {document.title}
      </Text>
      {facts ? <Text style={{ ...line, ...reading(facts) }}>{facts}</Text> : null}
      {parameters ? <Text style={{ ...line, ...reading(parameters) }}>{parameters}</Text> : null}
    </View>
  );
}
