import { attempt } from "@/components/forms/attempt";
import { toast } from "@/components/ui/toast";
import type { DashboardActions } from "./screen-types";

/** Deletes at once and offers to undo it. */
export async function removeWithUndo(
  { id, name }: { id: string; name: string },
  actions: DashboardActions,
): Promise<void> {
  const result = await attempt(actions.remove({ dashboardId: id }));
  if (!result.ok) return void toast.error("Not deleted", { description: result.error.message });
  toast(`Deleted “${name}”`, {
    action: { label: "Undo", onClick: () => void restore(id, name, actions) },
  });
}

async function restore(id: string, name: string, actions: DashboardActions): Promise<void> {
  const result = await attempt(actions.restore({ dashboardId: id }));
  if (result.ok) toast.success(`“${name}” is back`);
  else toast.error("Not restored", { description: result.error.message });
}
