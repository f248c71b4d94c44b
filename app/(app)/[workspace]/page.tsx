import type { Metadata } from "next";
import { dayWords, greeting } from "@/components/home/greeting";
import { HomePage } from "@/components/home/home-page";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/access";
import { pageContext, pageData } from "@/lib/auth";
import { zoneName } from "@/lib/format/dates";
import { markNotificationsRead } from "./actions";
import { homeData } from "./home-data";

export const metadata: Metadata = { title: "Home" };

type PageProps = { params: Promise<{ workspace: string }> };

export default async function WorkspaceHomePage({ params }: PageProps) {
  const ctx = await pageContext(params);
  const data = await pageData(() => homeData(ctx));
  const { slug, zone, locale } = ctx.workspace;
  const place = { zone, locale };
  const now = ctx.now();
  return (
    <>
      <PageHeader
        title={greeting(now, place, ctx.actor.name)}
        description={`${dayWords(now, place)}, ${zoneName(now, place)}`}
        breadcrumbs={[{ label: "Home" }]}
      />
      <PageBody>
        <HomePage
          {...data}
          slug={slug}
          place={place}
          now={now.toISOString()}
          mayReadDeliveries={may(ctx, "delivery:read")}
          markRead={markNotificationsRead.bind(null, slug)}
        />
      </PageBody>
    </>
  );
}
