import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SharedScreen } from "@/components/dashboards/links/shared-screen";
import { openPublicPage, type ViewParams } from "@/lib/dashboards";
import { AppError } from "@/lib/errors";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

export const metadata: Metadata = { title: "Dashboard", robots: { index: false, follow: false } };

type PageProps = { params: Promise<{ address: string }>; searchParams: Promise<ViewParams> };

const FIRST_PAINT_LIMIT_MS = 1500;

/** A dashboard inside a page of a site that the link names; proxy.ts says which, to the browser. */
export default async function EmbedPage({ params, searchParams }: PageProps) {
  const { address } = await params;
  const query = await searchParams;
  const page = await opened(address, query);
  const theme = query.theme === "dark" || query.theme === "light" ? query.theme : undefined;
  return <SharedScreen page={page} path={`/embed/${address}`} frame={{ theme }} />;
}

async function opened(text: string, params: ViewParams) {
  try {
    const page = await openPublicPage({ kind: "EMBED", text }, await visitOf(now), {
      params,
      limitMs: FIRST_PAINT_LIMIT_MS,
    });
    // A frame asks for no password.
    if (page === "password") notFound();
    return page;
  } catch (error) {
    if (error instanceof AppError && error.code === "link_invalid") notFound();
    throw error;
  }
}
