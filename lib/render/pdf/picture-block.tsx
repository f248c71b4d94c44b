import { Image, Text, View } from "@react-pdf/renderer";
import { reading } from "@/lib/render/pdf/fonts";
import { FigureTitle } from "@/lib/render/pdf/figure-parts";
import { COLORS, contentWidth, PX_PER_PT } from "@/lib/render/pdf/theme";
import type { DocumentPicture, PreparedBlock } from "@/lib/reports/document";

/** Never wider than the text, nor so high that nothing else is on its page. */
const ROOM = { width: contentWidth("portrait"), height: 360 };

/** A picture whole, however its widget crops it: on paper it has the room it needs. */
export function PictureBlock({ block }: { block: Extract<PreparedBlock, { kind: "picture" }> }) {
  const { title, alt, picture, share } = block;
  return (
    <View wrap={false}>
      <FigureTitle title={title} />
      {picture ? (
        <Image src={bytesOf(picture)} style={{ ...sizeOf(picture, share), alignSelf: "flex-start" }} />
      ) : (
        <Text style={{ fontSize: 9.5, lineHeight: 1.5, color: COLORS.ink2, ...reading(alt) }}>{alt}</Text>
      )}
    </View>
  );
}

/** A pixel of it is one of the screen's at the most; a small logo stays one. */
function sizeOf({ width, height }: DocumentPicture, share: number): { width: number; height: number } {
  const points = { width: width / PX_PER_PT, height: height / PX_PER_PT };
  const scale = Math.min(1, (ROOM.width * share) / points.width, ROOM.height / points.height);
  return { width: points.width * scale, height: points.height * scale };
}

/** As bytes, which the library does not keep for a next document, as it does an address. */
const bytesOf = ({ src }: DocumentPicture): Buffer => Buffer.from(src.slice(src.indexOf(",") + 1), "base64");
