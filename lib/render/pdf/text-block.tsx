import { Link, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";
import { SERIF } from "@/lib/render/pdf/fonts";
import { COLORS } from "@/lib/render/pdf/theme";

const BODY = { fontSize: 9.5, lineHeight: 1.5, color: COLORS.ink } as const;

export function TextBlock({ markdown }: { markdown: string }) {
  return (
    <>
      {parseMarkdown(markdown).map((block, index) => (
        <Block key={index} block={block} space={index === 0 ? 10 : 6} />
      ))}
    </>
  );
}

/** `space` above the block, in points. */
type BlockProps = { block: MarkdownBlock; space: number };

function Block({ block, space: marginTop }: BlockProps): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <Text style={{ ...BODY, marginTop }}>{block.runs.map(toText)}</Text>;
    case "heading":
      return (
        <Text
          minPresenceAhead={40}
          style={{
            ...BODY,
            fontFamily: SERIF,
            fontWeight: 600,
            fontSize: 13 - Math.min(3, block.level),
            marginTop,
          }}
        >
          {block.runs.map(toText)}
        </Text>
      );
    case "list":
      return <List block={block} marginTop={marginTop} />;
    case "quote":
      return (
        <View
          style={{ marginTop, paddingLeft: 10, borderLeftWidth: 1.5, borderLeftColor: COLORS.ruleStrong }}
        >
          {block.blocks.map((inner, index) => (
            <Block key={index} block={inner} space={index === 0 ? 0 : 6} />
          ))}
        </View>
      );
    case "code":
      return (
        <Text style={{ ...BODY, marginTop, padding: 6, backgroundColor: COLORS.sunken, fontSize: 8.5 }}>
          {block.text}
        </Text>
      );
    case "rule":
      return (
        <View style={{ marginVertical: 8, borderBottomWidth: 0.5, borderBottomColor: COLORS.ruleStrong }} />
      );
  }
}

function List({ block, marginTop }: { block: Extract<MarkdownBlock, { kind: "list" }>; marginTop: number }) {
  return (
    <View style={{ marginTop }}>
      {block.items.map((item, index) => (
        <View key={index} style={{ flexDirection: "row", marginTop: index ? 2 : 0 }}>
          <Text style={{ ...BODY, width: 16, color: COLORS.ink2 }}>
            {block.ordered ? `${block.start + index}.` : "•"}
          </Text>
          <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
            {item.map((inner, position) => (
              <Block key={position} block={inner} space={position === 0 ? 0 : 2} />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function toText(run: MarkdownRun, index: number): ReactNode {
  const style = {
    fontWeight: run.bold ? (600 as const) : (400 as const),
    fontStyle: run.italic ? ("italic" as const) : ("normal" as const),
    ...(run.strike ? { textDecoration: "line-through" as const } : {}),
    ...(run.code ? { backgroundColor: COLORS.sunken } : {}),
  };
  if (run.href) {
    return (
      <Link
        key={index}
        src={run.href}
        style={{ ...style, color: COLORS.accent, textDecoration: "underline" }}
      >
        {run.text}
      </Link>
    );
  }
  return (
    <Text key={index} style={style}>
      {run.text}
    </Text>
  );
}
