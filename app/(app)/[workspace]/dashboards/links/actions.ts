"use server";

import * as dashboards from "@/lib/dashboards";
import { CreatePublicLinkInput, PublicLinkIdInput } from "@/lib/dashboards/links/schemas";
import { action } from "@/lib/http/action";

export const createPublicLink = action(CreatePublicLinkInput, dashboards.createPublicLink);
export const revokePublicLink = action(PublicLinkIdInput, dashboards.revokePublicLink);
