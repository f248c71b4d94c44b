/** Who asks, in which workspace, at what time. The first argument of every verb. */
export type Role = "OWNER" | "ADMIN" | "EDITOR" | "VIEWER";

export type Actor =
  | { kind: "user"; userId: string; name: string; email: string; role: Role }
  /** A job or a tool acting for the product itself; `name` is shown in the audit log. */
  | { kind: "system"; name: string }
  /** Whoever has a public link: nobody in particular, who may see one dashboard and nothing else. */
  | { kind: "link"; name: string; linkId: string; dashboardId: string };

export type WorkspaceInfo = {
  id: string;
  slug: string;
  name: string;
  /** IANA time zone of the workspace. */
  zone: string;
  /** BCP 47, used by every number and date that leaves the server. */
  locale: string;
  /** 1 = Monday … 7 = Sunday: what "this week" means. */
  weekStartsOn: number;
};

export type RequestContext = {
  workspace: WorkspaceInfo;
  actor: Actor;
  /** The only source of "now" in lib. */
  now: () => Date;
  requestId: string;
  /** Aborted when the reader leaves: running queries are cancelled. */
  signal?: AbortSignal;
};
