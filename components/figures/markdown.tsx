import { Fragment, type ReactNode } from "react";
import { type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";
import { cn } from "@/lib/utils/cn";

/** Markdown as the renderers of paper and mail read it, drawn for the screen. No HTML passes. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className="flex flex-col gap-2 text-sm leading-relaxed">{parseMarkdown(source).map(drawBlock)}</div>
  );
}

function drawBlock(block: MarkdownBlock, key: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={key}>{block.runs.map(drawRun)}</p>;
    case "heading":
      return (
        <p key={key} className="font-semibold">
          {block.runs.map(drawRun)}
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List
          key={key}
          start={block.ordered ? block.start : undefined}
          className={cn("pl-5", block.ordered ? "list-decimal" : "list-disc")}
        >
          {block.items.map((item, index) => (
            <li key={index}>{item.map(drawBlock)}</li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote key={key} className="border-l-2 border-rule-strong pl-3 text-ink-2">
          {block.blocks.map(drawBlock)}
        </blockquote>
      );
    case "code":
      return (
        <pre key={key} className="overflow-x-auto rounded-md bg-sunken p-3 text-xs">
          {block.text}
        </pre>
      );
    case "rule":
      return <hr key={key} />;
  }
}

function drawRun(run: MarkdownRun, key: number): ReactNode {
  const classes = cn(
    run.bold && "font-semibold",
    run.italic && "italic",
    run.strike && "line-through",
    run.code && "rounded-sm bg-sunken px-1 text-xs",
  );
  if (run.href)
    return (
      <a key={key} href={run.href} className={cn("text-accent underline", classes)} rel="noreferrer">
        {run.text}
      </a>
    );
  return classes ? (
    <span key={key} className={classes}>
      {run.text}
    </span>
  ) : (
    <Fragment key={key}>{run.text}</Fragment>
  );
}
