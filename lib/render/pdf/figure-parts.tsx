import { Text, View } from "@react-pdf/renderer";
import type { Notice } from "@/lib/charts/types";
import { reading, serif } from "@/lib/render/pdf/fonts";
import { COLORS } from "@/lib/render/pdf/theme";

const SPACE_ABOVE = 14;
/** Room for the title's figure to begin in: a title never stands alone at the foot of a page. */
const KEPT_WITH = 56;

/**
 * The space above a figure, and its title. A leaf of the page, not inside a box with a margin: the margin of a
 * box may stay behind on the page before, and the box then counts as begun.
 */
export function FigureTitle({ title }: { title: string }) {
  if (!title) return <View wrap={false} minPresenceAhead={KEPT_WITH} style={{ height: SPACE_ABOVE }} />;
  return (
    <Text
      minPresenceAhead={KEPT_WITH}
      style={{
        fontFamily: serif(),
        fontWeight: 600,
        fontSize: 12.5,
        lineHeight: 1.25,
        color: COLORS.ink,
        marginTop: SPACE_ABOVE,
        marginBottom: 3,
        ...reading(title),
      }}
    >
      {title}
    </Text>
  );
}

/** Honest remarks under a figure, e.g. "Showing the first 1,000 rows." */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  return <Remarks texts={notices.map(({ text }) => text)} />;
}

export function Remarks({ texts }: { texts: readonly string[] }) {
  if (!texts.length) return null;
  return (
    <View style={{ marginTop: 4 }}>
      {texts.map((text, index) => (
        <Text key={index} style={{ fontSize: 8, color: COLORS.ink2, lineHeight: 1.4, ...reading(text) }}>
          {text}
        </Text>
      ))}
    </View>
  );
}
