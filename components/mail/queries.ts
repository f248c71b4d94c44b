"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { MailDto, MailList } from "@/lib/mail/schemas";
import type { InlineImages } from "./mail-document";
import { mailKeys } from "./query-keys";

/** New mail arrives while one looks, as in any mail program. */
const POLL_MS = 5_000;

export function useMails(workspace: string, search: string, limit: number) {
  return useQuery({
    queryKey: mailKeys.list(workspace, search, limit),
    queryFn: ({ signal }): Promise<MailList> => {
      const query = new URLSearchParams({ workspace, search, limit: String(limit) });
      return fetchJson(`/api/v1/mail?${query}`, { signal });
    },
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
}

/** A mail does not change once it was sent. */
export function useMail(workspace: string, mailId: string) {
  return useQuery({
    queryKey: mailKeys.one(workspace, mailId),
    queryFn: ({ signal }): Promise<MailDto> =>
      fetchJson(`/api/v1/mail/${mailId}?workspace=${encodeURIComponent(workspace)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The images inside a mail, as data URLs by content id. One that cannot be read is left out. */
export function useInlineImages(workspace: string, mail: MailDto) {
  return useQuery({
    queryKey: mailKeys.images(workspace, mail.id),
    queryFn: async ({ signal }): Promise<InlineImages> => {
      const parts = mail.attachments.flatMap(({ id, contentId }) => (contentId ? [{ id, contentId }] : []));
      const read = parts.map(async ({ id, contentId }) => {
        const url = await dataUrl(attachmentUrl(workspace, mail.id, id), signal);
        return url ? [[contentId, url] as const] : [];
      });
      return Object.fromEntries((await Promise.all(read)).flat());
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function attachmentUrl(workspace: string, mailId: string, attachmentId: string): string {
  return `/api/v1/mail/${mailId}/attachments/${attachmentId}?workspace=${encodeURIComponent(workspace)}`;
}

async function dataUrl(url: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, { signal });
  if (!response.ok) return null;
  const blob = await response.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(blob);
  });
}
