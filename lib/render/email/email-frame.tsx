import type { ReactNode } from "react";
import { reactEmail } from "@/lib/render/email/react-email";
import { COLORS, NARROW_SCREENS, SANS, WIDTH } from "@/lib/render/email/email-style";

type EmailFrameProps = {
  title: string;
  preview: string;
  locale: string;
  children: ReactNode;
  footer?: ReactNode;
};

/** The white sheet of 600 px on paper that every mail is written on. */
export function EmailFrame({ title, preview, locale, children, footer }: EmailFrameProps) {
  const { Body, Container, Head, Html, Preview, Section } = reactEmail();
  return (
    <Html lang={locale}>
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <style>{NARROW_SCREENS}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        style={{
          margin: 0,
          padding: "24px 0",
          backgroundColor: COLORS.paper,
          fontFamily: SANS,
          color: COLORS.ink,
        }}
      >
        <Container
          className="card"
          width={WIDTH}
          style={{
            width: "100%",
            maxWidth: WIDTH,
            margin: "0 auto",
            backgroundColor: COLORS.card,
            border: `1px solid ${COLORS.rule}`,
          }}
        >
          <Section className="pad" style={{ padding: "24px 34px 28px", overflowWrap: "anywhere" }}>
            {children}
          </Section>
          {footer ? (
            <Section
              className="pad"
              style={{ padding: "16px 34px 22px", borderTop: `1px solid ${COLORS.rule}` }}
            >
              {footer}
            </Section>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}

export function ActionButton({ href, label }: { href: string; label: string }) {
  const { Button } = reactEmail();
  return (
    <Button
      href={href}
      style={{
        backgroundColor: COLORS.accent,
        color: "#ffffff",
        borderRadius: 6,
        padding: "11px 18px",
        fontFamily: SANS,
        fontSize: 14,
        lineHeight: "18px",
        fontWeight: 500,
        textDecoration: "none",
      }}
    >
      {label}
    </Button>
  );
}
