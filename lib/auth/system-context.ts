import type { RequestContext, WorkspaceInfo } from "@/lib/context";
import { withoutWorkspace } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** The product itself acting inside a workspace, for jobs. `name` is what the audit log shows. */
export async function systemContext(
  workspaceId: string,
  name: string,
  options: { now?: () => Date; requestId?: string } = {},
): Promise<RequestContext> {
  const [workspace] = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        WorkspaceInfo[]
      >`SELECT id, slug, name, zone, locale, week_starts_on AS "weekStartsOn" FROM workspace_settings(${workspaceId}::uuid)`,
  );
  if (!workspace) throw new NotFoundError("workspace");
  return {
    workspace,
    actor: { kind: "system", name },
    now: options.now ?? (() => new Date()),
    requestId: options.requestId ?? `job_${name.replaceAll(" ", "_")}`,
  };
}
