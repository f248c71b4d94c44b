import { CalendarPlus, FilePlus, LayoutDashboard, type LucideIcon } from "lucide-react";
import { type Permission, roleMay } from "@/lib/access/permissions";
import type { Role } from "@/lib/context";

export type CreateItem = { label: string; href: string; icon: LucideIcon };

const PLAN: { label: string; path: string; icon: LucideIcon; needs: Permission }[] = [
  { label: "New dashboard", path: "dashboards/new", icon: LayoutDashboard, needs: "dashboard:create" },
  { label: "New report", path: "reports/new", icon: FilePlus, needs: "report:create" },
  { label: "New schedule", path: "schedules/new", icon: CalendarPlus, needs: "schedule:create" },
];

/** What a person of this role can make. */
export function createItems(slug: string, role: Role): CreateItem[] {
  return PLAN.filter((item) => roleMay(role, item.needs)).map(({ label, path, icon }) => ({
    label,
    href: `/${slug}/${path}`,
    icon,
  }));
}
