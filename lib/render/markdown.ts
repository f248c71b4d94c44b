import { lexer, type Token, type Tokens } from "marked";
import { assertNever } from "@/lib/errors";

/** A run of text with one look; `href` makes it a link. */
export type MarkdownRun = {
  text: string;
  bold?: true;
  italic?: true;
  code?: true;
  strike?: true;
  href?: string;
};

export type MarkdownBlock =
  | { kind: "paragraph"; runs: MarkdownRun[] }
  | { kind: "heading"; level: number; runs: MarkdownRun[] }
  | { kind: "list"; ordered: boolean; start: number; items: MarkdownBlock[][] }
  | { kind: "quote"; blocks: MarkdownBlock[] }
  | { kind: "code"; text: string }
  | { kind: "rule" };

const SAFE_LINK = /^(https?:|mailto:)/i;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
  "#39": "'",
};

/**
 * Markdown as plain data, drawn by each renderer in its own way. HTML in it is kept as the text it is, links
 * that are not http, https or mailto lose their target, images become their description.
 */
export function parseMarkdown(markdown: string): MarkdownBlock[] {
  return lexer(markdown, { gfm: true }).flatMap(toBlocks);
}

function toBlocks(token: Token): MarkdownBlock[] {
  switch (token.type) {
    case "paragraph":
    case "text":
      return [
        { kind: "paragraph", runs: toRuns((token as Tokens.Paragraph | Tokens.Text).tokens ?? [token]) },
      ];
    case "heading":
      return [
        {
          kind: "heading",
          level: (token as Tokens.Heading).depth,
          runs: toRuns((token as Tokens.Heading).tokens),
        },
      ];
    case "list": {
      const list = token as Tokens.List;
      const items = list.items.map((item) => item.tokens.flatMap(toBlocks));
      return [{ kind: "list", ordered: list.ordered, start: Number(list.start) || 1, items }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: ((token as Tokens.Blockquote).tokens ?? []).flatMap(toBlocks) }];
    case "code":
      return [{ kind: "code", text: (token as Tokens.Code).text }];
    case "hr":
      return [{ kind: "rule" }];
    case "space":
    case "def":
    case "checkbox":
      return [];
    default:
      return token.raw.trim() ? [{ kind: "paragraph", runs: [{ text: token.raw.trim() }] }] : [];
  }
}

type Look = Omit<MarkdownRun, "text">;

function toRuns(tokens: readonly Token[], look: Look = {}): MarkdownRun[] {
  return tokens.flatMap((token): MarkdownRun[] => {
    switch (token.type) {
      case "strong":
        return toRuns((token as Tokens.Strong).tokens, { ...look, bold: true });
      case "em":
        return toRuns((token as Tokens.Em).tokens, { ...look, italic: true });
      case "del":
        return toRuns((token as Tokens.Del).tokens, { ...look, strike: true });
      case "link": {
        const link = token as Tokens.Link;
        return toRuns(link.tokens, SAFE_LINK.test(link.href) ? { ...look, href: link.href } : look);
      }
      case "codespan":
        return [{ text: (token as Tokens.Codespan).text, ...look, code: true }];
      case "br":
        return [{ text: "\n", ...look }];
      case "image":
        return [{ text: decodeEntities((token as Tokens.Image).text), ...look }];
      case "text": {
        const text = token as Tokens.Text;
        return text.tokens ? toRuns(text.tokens, look) : [{ text: decodeEntities(text.text), ...look }];
      }
      case "escape":
        return [{ text: (token as Tokens.Escape).text, ...look }];
      default:
        return [{ text: token.raw, ...look }];
    }
  });
}

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The words of a block, without their look. */
export function blockText(block: MarkdownBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.runs.map(({ text }) => text).join("");
    case "list":
      return block.items.map((item) => `• ${item.map(blockText).join(" ")}`).join(" ");
    case "quote":
      return block.blocks.map(blockText).join(" ");
    case "code":
      return block.text;
    case "rule":
      return "";
    default:
      return assertNever(block);
  }
}
