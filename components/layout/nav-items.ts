import {
  BookOpen,
  CalendarClock,
  Database,
  FileText,
  House,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  Send,
  UserCog,
  Users,
} from "lucide-react";
import { type Permission, roleMay } from "@/lib/access/permissions";
import type { Role } from "@/lib/context";

export type NavKey =
  | "home"
  | "dashboards"
  | "reports"
  | "schedules"
  | "deliveries"
  | "lists"
  | "sources"
  | "queries"
  | "mail"
  | "members";

export type NavItem = { key: NavKey; label: string; href: string; icon: LucideIcon };

/** `title` is null for the first section, which needs none. */
export type NavSection = { key: "main" | "data" | "admin"; title: string | null; items: NavItem[] };

type NavPlan = {
  key: NavKey;
  label: string;
  path: (slug: string) => string;
  icon: LucideIcon;
  needs?: Permission;
};

const PLAN: { key: NavSection["key"]; title: string | null; items: NavPlan[] }[] = [
  {
    key: "main",
    title: null,
    items: [
      { key: "home", label: "Home", path: (slug) => `/${slug}`, icon: House },
      {
        key: "dashboards",
        label: "Dashboards",
        path: (slug) => `/${slug}/dashboards`,
        icon: LayoutDashboard,
      },
      { key: "reports", label: "Reports", path: (slug) => `/${slug}/reports`, icon: FileText },
      { key: "schedules", label: "Schedules", path: (slug) => `/${slug}/schedules`, icon: CalendarClock },
      {
        key: "deliveries",
        label: "Deliveries",
        path: (slug) => `/${slug}/deliveries`,
        icon: Send,
        needs: "delivery:read",
      },
      { key: "lists", label: "Lists", path: (slug) => `/${slug}/lists`, icon: Users },
    ],
  },
  {
    key: "data",
    title: "Data",
    items: [
      {
        key: "sources",
        label: "Sources",
        path: (slug) => `/${slug}/data-sources`,
        icon: Database,
        needs: "data_source:read",
      },
      { key: "queries", label: "Queries", path: (slug) => `/${slug}/queries`, icon: BookOpen },
    ],
  },
  {
    key: "admin",
    title: "Admin",
    items: [
      {
        key: "mail",
        label: "Mail",
        path: (slug) => `/mail?workspace=${slug}`,
        icon: Inbox,
        needs: "mail:read",
      },
      {
        key: "members",
        label: "Members",
        path: (slug) => `/${slug}/members`,
        icon: UserCog,
        needs: "member:read",
      },
    ],
  },
];

/** What a person of this role can open, in the order of the rail. Sections without a link are left out. */
export function navSections(slug: string, role: Role): NavSection[] {
  return PLAN.map(({ key, title, items }) => ({
    key,
    title,
    items: items
      .filter((item) => item.needs === undefined || roleMay(role, item.needs))
      .map((item) => ({ key: item.key, label: item.label, href: item.path(slug), icon: item.icon })),
  })).filter((section) => section.items.length > 0);
}

/** "page" on the page itself, "true" on a page below it; home has nothing below it. */
export function currentOf(item: NavItem, pathname: string): "page" | "true" | undefined {
  const [path = ""] = item.href.split("?");
  if (pathname === path) return "page";
  if (item.key !== "home" && pathname.startsWith(`${path}/`)) return "true";
  return undefined;
}
