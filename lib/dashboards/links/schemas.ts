/** Inputs and DTOs of public links. Client-safe. */
import { z } from "zod";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { DashboardDataInput, FilterOptionsInput, type WidgetData } from "@/lib/dashboards/view/schemas";
import { ParameterValues } from "@/lib/queries/schemas";

/** A page of its own for whoever has the address, or a frame inside the pages of named sites. */
export const PublicLinkKind = z.enum(["PAGE", "EMBED"]);
export type PublicLinkKind = z.infer<typeof PublicLinkKind>;

export const PublicLinkState = z.enum(["ACTIVE", "EXPIRED", "REVOKED"]);
export type PublicLinkState = z.infer<typeof PublicLinkState>;

/** "portal.example.com" or an address of a page there → "https://portal.example.com"; null for no address of a site. */
function originOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  // What a browser takes for a host; anything else could smuggle a second word into the policy.
  return url && /^[a-z0-9.-]+(:\d+)?$/.test(url.host) ? url.origin : null;
}

const Sites = z.array(z.string().trim().max(500)).transform((lines, context) => {
  const written = lines.filter((line) => line !== "");
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  const wrong = written.find((line) => originOf(line) === null);
  if (written.length === 0) refuse("Name at least one site that may show the dashboard.");
  if (written.length > MAX_SITES) refuse(`A link names at most ${MAX_SITES} sites.`);
  if (wrong !== undefined)
    refuse(`“${wrong}” is not the address of a site. Write it like https://portal.example.com.`);
  return [...new Set(written.flatMap((line) => originOf(line) ?? []))];
});

const MAX_SITES = 20;

const base = {
  dashboardId: z.uuid(),
  name: z
    .string()
    .trim()
    .min(1, "Give the link a name, so that you know it again.")
    .max(80, "A link's name has at most 80 characters."),
  /** null: until it is withdrawn. */
  expiresInDays: z
    .int()
    .min(1, "A link is open for a day at the least.")
    .max(3650, "A link is open for ten years at the most.")
    .nullable()
    .default(30),
};

export const CreatePageLinkInput = z.object({
  ...base,
  kind: z.literal("PAGE"),
  /** Empty: whoever has the address may look. */
  password: z
    .string()
    .max(200, "A password has at most 200 characters.")
    .refine((text) => text === "" || text.length >= 8, "Use at least 8 characters.")
    .default(""),
});
export const CreateEmbedLinkInput = z.object({
  ...base,
  kind: z.literal("EMBED"),
  allowedSites: Sites,
  /** By the name of the filter: part of the signature, so that no visitor can change them. */
  lockedValues: ParameterValues.default({}),
});
export const CreatePublicLinkInput = z.discriminatedUnion("kind", [
  CreatePageLinkInput,
  CreateEmbedLinkInput,
]);
export type CreatePublicLinkInput = z.input<typeof CreatePublicLinkInput>;

export const PublicLinkIdInput = z.object({ linkId: z.uuid() });
export type PublicLinkIdInput = z.input<typeof PublicLinkIdInput>;
export const ListPublicLinksInput = z.object({ dashboardId: z.uuid() });
export type ListPublicLinksInput = z.input<typeof ListPublicLinksInput>;

export type PublicLinkDto = {
  id: string;
  name: string;
  kind: PublicLinkKind;
  state: PublicLinkState;
  hasPassword: boolean;
  allowedSites: string[];
  views: number;
  createdBy: string | null;
  /** ISO 8601 each. */
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastViewedAt: string | null;
};

/** Told once: neither the token nor the key can be read again. */
export type NewPublicLink = {
  link: PublicLinkDto;
  /** Where it opens; of a frame with the chosen values, signed. */
  address: string;
  /** For a site that signs addresses of its own. */
  signing: { token: string; key: string } | null;
};

/** A dashboard as strangers get it. */
export type PublicDashboard = Pick<DashboardDto, "name" | "description" | "filters" | "settings" | "widgets">;

/** All that a page without a session is made of. */
export type PublicPage = {
  /** The workspace's name. */
  publisher: string;
  place: { zone: string; locale: string; weekStartsOn: number };
  dashboard: PublicDashboard;
  first: { view: DashboardView; data: Record<string, WidgetData> };
  /** ISO 8601: the server's now. */
  now: string;
};

export const PublicDataInput = DashboardDataInput.pick({ view: true, widgetKeys: true });
export type PublicDataInput = z.input<typeof PublicDataInput>;

export const PublicOptionsInput = FilterOptionsInput.omit({ dashboardId: true });
export type PublicOptionsInput = z.input<typeof PublicOptionsInput>;

export const PublicPictureInput = z.object({ pictureId: z.uuid() });
export type PublicPictureInput = z.input<typeof PublicPictureInput>;
