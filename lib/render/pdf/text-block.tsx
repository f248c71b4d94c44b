import { Link, Text, type TextProps, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { blockText, type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";
import { serif } from "@/lib/render/pdf/fonts";
import { readsFromRight } from "@/lib/render/fonts/text-runs";
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
      return <Runs runs={block.runs} style={{ ...BODY, marginTop }} />;
    case "heading":
      return (
        <Runs
          runs={block.runs}
          minPresenceAhead={40}
          style={{
            ...BODY,
            fontFamily: serif(),
            fontWeight: 600,
            fontSize: 13 - Math.min(3, block.level),
            marginTop,
          }}
        />
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
        <View
          key={index}
          style={{
            flexDirection: fromRight(item) ? "row-reverse" : "row",
            marginTop: index ? 2 : 0,
          }}
        >
          <Text
            style={{ ...BODY, width: 16, color: COLORS.ink2, textAlign: fromRight(item) ? "right" : "left" }}
          >
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

const fromRight = (blocks: readonly MarkdownBlock[]): boolean =>
  readsFromRight(blocks.map(blockText).join(" "));

type RunsProps = { runs: readonly MarkdownRun[]; style: TextProps["style"]; minPresenceAhead?: number };

/** What reads from the right also begins there; every run has to be told. */
function Runs({ runs, style, minPresenceAhead }: RunsProps) {
  const isRightToLeft = readsFromRight(runs.map(({ text }) => text).join(""));
  const direction = isRightToLeft ? ({ direction: "rtl" } as const) : {};
  return (
    <Text {...(minPresenceAhead ? { minPresenceAhead } : {})} style={[style ?? {}, direction].flat()}>
      {runs.map((run, index) => toText(run, index, direction))}
    </Text>
  );
}

function toText(run: MarkdownRun, index: number, direction: { direction?: "rtl" }): ReactNode {
  const style = {
    ...direction,
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
