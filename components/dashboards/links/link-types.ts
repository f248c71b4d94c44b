import type {
  CreatePublicLinkInput,
  NewPublicLink,
  PublicLinkDto,
  PublicLinkIdInput,
} from "@/lib/dashboards/links/schemas";
import type { ServerAction } from "@/lib/http/action-result";

/** Server actions of public links, bound to the workspace by the page. */
export type LinkActions = {
  create: ServerAction<CreatePublicLinkInput, NewPublicLink>;
  revoke: ServerAction<PublicLinkIdInput, PublicLinkDto>;
};
