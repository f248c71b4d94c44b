import { Text, View } from "@react-pdf/renderer";
import { SERIF } from "@/lib/render/pdf/fonts";
import { COLORS, PAGE } from "@/lib/render/pdf/theme";
import type { PreparedDocument } from "@/lib/reports/document";

const SMALL = { fontSize: 8, color: COLORS.ink3 } as const;

/** Printed on every page: whose report, which period; which version, how fresh, which page. */
export function PageFurniture({ document }: { document: PreparedDocument }) {
  const sides = {
    position: "absolute",
    left: PAGE.marginX,
    right: PAGE.marginX,
    flexDirection: "row",
    justifyContent: "space-between",
  } as const;
  const footer = [document.versionLabel, document.asOfText].filter(Boolean).join(" · ");
  return (
    <>
      <View fixed style={{ ...sides, top: 34 }}>
        <Text style={SMALL}>{document.workspaceName}</Text>
        <Text style={SMALL}>{document.subtitle}</Text>
      </View>
      <View fixed style={{ ...sides, bottom: 30 }}>
        <Text style={SMALL}>{footer}</Text>
        <Text
          style={SMALL}
          render={({ pageNumber, totalPages }) => (totalPages ? `${pageNumber} of ${totalPages}` : "")}
        />
      </View>
    </>
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
          fontFamily: SERIF,
          fontWeight: 500,
          fontSize: 27,
          lineHeight: 1.15,
          color: COLORS.ink,
          marginBottom: 6,
        }}
      >
        {document.title}
      </Text>
      {facts ? <Text style={line}>{facts}</Text> : null}
      {parameters ? <Text style={line}>{parameters}</Text> : null}
    </View>
  );
}
