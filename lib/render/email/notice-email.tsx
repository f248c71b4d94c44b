import { ActionButton, EmailFrame } from "@/lib/render/email/email-frame";
import { COLORS, SERIF, text } from "@/lib/render/email/email-style";
import { reactEmail } from "@/lib/render/email/react-email";
import type { EmailParts, NoticeEmailInput } from "@/lib/render/email/types";

/** A short mail to a person who can act: a run was held, a schedule was switched off, an invitation. */
export async function renderNoticeEmail(input: NoticeEmailInput): Promise<EmailParts> {
  const { render } = await import("@react-email/render");
  return { html: await render(<NoticeEmail {...input} />), text: noticeText(input) };
}

function NoticeEmail({ title, paragraphs, action }: NoticeEmailInput) {
  const { Heading, Section, Text } = reactEmail();
  return (
    <EmailFrame title={title} preview={paragraphs[0] ?? title} locale="en">
      <Heading
        as="h1"
        className="title"
        style={{
          margin: "0 0 14px",
          fontFamily: SERIF,
          fontSize: 25,
          lineHeight: "32px",
          fontWeight: 500,
          color: COLORS.ink,
        }}
      >
        {title}
      </Heading>
      {paragraphs.map((paragraph, index) => (
        <Text key={index} style={{ ...text, color: COLORS.ink, whiteSpace: "pre-line" }}>
          {paragraph}
        </Text>
      ))}
      {action ? (
        <Section style={{ paddingTop: 10 }}>
          <ActionButton href={action.url} label={action.label} />
        </Section>
      ) : null}
    </EmailFrame>
  );
}

function noticeText({ title, paragraphs, action }: NoticeEmailInput): string {
  return `${[title, ...paragraphs, action ? `${action.label}: ${action.url}` : ""].filter(Boolean).join("\n\n")}\n`;
}
