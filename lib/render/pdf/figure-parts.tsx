import { Text, View } from "@react-pdf/renderer";
import type { Notice } from "@/lib/charts/types";
import { SERIF } from "@/lib/render/pdf/fonts";
import { COLORS } from "@/lib/render/pdf/theme";

/** Stays with what follows it. */
export function FigureTitle({ title }: { title: string }) {
  if (!title) return null;
  return (
    <Text
      minPresenceAhead={56}
      style={{
        fontFamily: SERIF,
        fontWeight: 600,
        fontSize: 12.5,
        lineHeight: 1.25,
        color: COLORS.ink,
        marginBottom: 3,
      }}
    >
      {title}
    </Text>
  );
}

/** Honest remarks under a figure, e.g. "Showing the first 1,000 rows." */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  if (!notices.length) return null;
  return (
    <View style={{ marginTop: 4 }}>
      {notices.map((notice, index) => (
        <Text key={index} style={{ fontSize: 8, color: COLORS.ink2, lineHeight: 1.4 }}>
          {notice.text}
        </Text>
      ))}
    </View>
  );
}
