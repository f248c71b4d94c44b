import type { CSSProperties, ReactNode } from "react";
import { reactEmail } from "@/lib/render/email/react-email";
import { COLORS, figureTitle, SANS, text } from "@/lib/render/email/email-style";
import { type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";

const body: CSSProperties = { ...text, color: COLORS.ink, fontSize: 14.5 };

export function MarkdownText({ markdown }: { markdown: string }) {
  return (
    <div style={{ paddingTop: 18 }}>
      {parseMarkdown(markdown).map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: MarkdownBlock }): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p style={body}>{block.runs.map(toElement)}</p>;
    case "heading":
      return <h4 style={{ ...figureTitle, margin: "14px 0 6px" }}>{block.runs.map(toElement)}</h4>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List style={{ ...body, paddingLeft: 22 }} {...(block.ordered ? { start: block.start } : {})}>
          {block.items.map((item, index) => (
            <li key={index} style={{ margin: "0 0 4px" }}>
              {item.map((inner, position) =>
                inner.kind === "paragraph" ? (
                  <span key={position}>{inner.runs.map(toElement)}</span>
                ) : (
                  <Block key={position} block={inner} />
                ),
              )}
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <div style={{ paddingLeft: 12, borderLeft: `2px solid ${COLORS.ruleStrong}` }}>
          {block.blocks.map((inner, index) => (
            <Block key={index} block={inner} />
          ))}
        </div>
      );
    case "code":
      return (
        <pre style={{ ...body, padding: 10, background: COLORS.sunken, whiteSpace: "pre-wrap" }}>
          {block.text}
        </pre>
      );
    case "rule":
      return <hr style={{ border: 0, borderTop: `1px solid ${COLORS.ruleStrong}` }} />;
  }
}

function toElement(run: MarkdownRun, index: number): ReactNode {
  const { Link } = reactEmail();
  if (run.text === "\n") return <br key={index} />;
  const style: CSSProperties = {
    fontFamily: SANS,
    ...(run.bold ? { fontWeight: 600 } : {}),
    ...(run.italic ? { fontStyle: "italic" } : {}),
    ...(run.strike ? { textDecoration: "line-through" } : {}),
    ...(run.code ? { background: COLORS.sunken } : {}),
  };
  return run.href ? (
    <Link key={index} href={run.href} style={{ ...style, color: COLORS.accent, textDecoration: "underline" }}>
      {run.text}
    </Link>
  ) : (
    <span key={index} style={style}>
      {run.text}
    </span>
  );
}
