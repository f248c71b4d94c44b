import { Fragment } from "react";
import { assertNever } from "@/lib/errors";
import { Chart, FigureSentence, Metrics } from "@/lib/render/email/email-figures";
import { Table } from "@/lib/render/email/email-table";
import { ActionButton, EmailFrame } from "@/lib/render/email/email-frame";
import { MarkdownText } from "@/lib/render/email/email-markdown";
import { COLORS, SERIF, small, text } from "@/lib/render/email/email-style";
import { reactEmail } from "@/lib/render/email/react-email";
import * as words from "@/lib/render/email/email-words";
import { reportEmailText } from "@/lib/render/email/report-email-text";
import type { EmailParts, ReportEmailInput } from "@/lib/render/email/types";
import type { PreparedBlock } from "@/lib/reports/document";

/**
 * The mail that carries a report: its figures readable in the mail itself, with images on or off. Charts are
 * referred to as `cid:` parts, which the sender attaches. Both parts hold every metric and every short table.
 */
export async function renderReportEmail(input: ReportEmailInput): Promise<EmailParts> {
  const { render } = await import("@react-email/render");
  return { html: await render(<ReportEmail {...input} />), text: reportEmailText(input) };
}

function ReportEmail(input: ReportEmailInput) {
  const { Column, Heading, Hr, Link, Row, Section, Text } = reactEmail();
  const { document, message, links, attachedNames } = input;
  const attached = words.attachedText(attachedNames);
  const inlineTables = words.inlineTableIds(document.blocks);
  return (
    <EmailFrame
      title={document.title}
      preview={words.preheader(input)}
      locale={document.locale}
      footer={<Footer {...input} />}
    >
      <Row>
        <Column style={{ fontFamily: SERIF, fontSize: 17, fontWeight: 600, color: COLORS.ink }}>
          {document.workspaceName}
        </Column>
        <Column align="right" style={{ ...small, textAlign: "right" }}>
          {words.sentAtText(document)}
        </Column>
      </Row>
      <Heading
        as="h1"
        className="title"
        style={{
          margin: "18px 0 4px",
          fontFamily: SERIF,
          fontSize: 29,
          lineHeight: "36px",
          fontWeight: 500,
          color: COLORS.ink,
        }}
      >
        {document.title}
      </Heading>
      <Text style={{ ...text, margin: "0 0 12px" }}>{document.subtitle}</Text>
      {words.messageParagraphs(message).map((paragraph, index) => (
        <Text key={index} style={{ ...text, whiteSpace: "pre-line" }}>
          {paragraph}
        </Text>
      ))}
      <Hr style={{ margin: "18px 0 0", border: 0, borderTop: `1px solid ${COLORS.ink}` }} />
      {document.blocks.map((block) => (
        <Block key={block.id} block={block} input={input} inlineTables={inlineTables} />
      ))}
      <Section style={{ paddingTop: 28 }}>
        <ActionButton href={links.report} label="Open the report" />
      </Section>
      {attached ? <Text style={{ ...small, margin: "14px 0 0" }}>{attached}</Text> : null}
      {links.files.map((file) => (
        <Text key={file.url} style={{ ...small, margin: "6px 0 0" }}>
          <Link href={file.url} style={{ color: COLORS.accent, textDecoration: "underline" }}>
            {words.fileText(file, document.locale)}
          </Link>
        </Text>
      ))}
    </EmailFrame>
  );
}

type BlockProps = { block: PreparedBlock; input: ReportEmailInput; inlineTables: Set<string> };

function Block({ block, input, inlineTables }: BlockProps) {
  const { Heading, Section, Text } = reactEmail();
  switch (block.kind) {
    case "heading":
      return (
        <Heading
          as="h2"
          style={{
            margin: "30px 0 0",
            fontFamily: SERIF,
            fontSize: block.level === 1 ? 22 : 19,
            lineHeight: "27px",
            fontWeight: 500,
            color: COLORS.ink,
          }}
        >
          {block.text}
        </Heading>
      );
    case "text":
      return <MarkdownText markdown={block.markdown} />;
    case "metrics":
      return <Metrics items={block.items} />;
    case "chart": {
      const { title, summary, notices } = block.model;
      const chart = input.charts.find(({ blockId }) => blockId === block.id);
      return chart ? (
        <Chart title={title} chart={chart} notices={notices} />
      ) : (
        <FigureSentence title={title} sentence={summary} notices={notices} />
      );
    }
    case "table": {
      const { model } = block;
      if (inlineTables.has(block.id)) return <Table table={model} />;
      return (
        <FigureSentence
          title={model.title}
          sentence={words.longTableText(model, input.document.locale)}
          notices={model.notices}
        />
      );
    }
    case "picture":
      // Mail programs block pictures that a mail brings along: what it shows is said.
      return <FigureSentence title={block.title} sentence={block.alt} notices={[]} />;
    case "page_break":
      return null;
    case "error":
      return (
        <Section
          style={{
            marginTop: 20,
            padding: "12px 14px",
            border: `1px solid ${COLORS.bad}`,
            backgroundColor: COLORS.badSoft,
          }}
        >
          <Text style={{ ...text, margin: 0, color: COLORS.ink }}>
            <strong>{block.title} could not be prepared.</strong> {block.message}
          </Text>
        </Section>
      );
    default:
      return assertNever(block);
  }
}

function Footer(input: ReportEmailInput) {
  const { Link, Text } = reactEmail();
  const { unsubscribe, record } = input.links;
  const links = [
    unsubscribe ? { href: unsubscribe, label: "Unsubscribe" } : null,
    record ? { href: record, label: "This run’s record" } : null,
  ].filter((link) => link !== null);
  return (
    <Text style={{ ...small, color: COLORS.ink3 }}>
      {words.footerText(input)}
      {links.length ? <br /> : null}
      {links.map(({ href, label }, index) => (
        <Fragment key={href}>
          {index ? " · " : ""}
          <Link href={href} style={{ color: COLORS.ink2, textDecoration: "underline" }}>
            {label}
          </Link>
        </Fragment>
      ))}
    </Text>
  );
}
