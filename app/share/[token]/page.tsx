import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PasswordForm } from "@/components/dashboards/links/password-form";
import { SharedScreen } from "@/components/dashboards/links/shared-screen";
import { openPublicPage, type ViewParams } from "@/lib/dashboards";
import { AppError } from "@/lib/errors";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

// Neither the dashboard's name nor the workspace's: the title stays in histories and in previews of chats.
export const metadata: Metadata = { title: "Shared dashboard", robots: { index: false, follow: false } };

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<ViewParams> };

const FIRST_PAINT_LIMIT_MS = 1500;

/** A dashboard for whoever has its address. No session is read, also where there is one. */
export default async function SharePage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const query = await searchParams;
  const page = await opened(token, query);
  const path = `/share/${token}`;
  if (page === "password") return <PasswordForm path={path} problem={String(query.problem ?? "")} />;
  return <SharedScreen page={page} path={path} />;
}

async function opened(token: string, params: ViewParams) {
  try {
    const address = { kind: "PAGE" as const, text: token };
    return await openPublicPage(address, await visitOf(now), { params, limitMs: FIRST_PAINT_LIMIT_MS });
  } catch (error) {
    if (error instanceof AppError && error.code === "link_invalid") notFound();
    throw error;
  }
}
