import type { DashboardType } from "@/lib/dashboards/schemas";

export const TYPE_WORDS = {
  PERSONAL: { label: "Personal", hint: "Made by one person, for what they look after." },
  DEPARTMENT: { label: "Department", hint: "What a department works by." },
  EXECUTIVE: { label: "Executive", hint: "The few figures that leadership goes by." },
  SYSTEM: { label: "System", hint: "Kept by the admins: nobody else changes it." },
} as const satisfies Record<DashboardType, { label: string; hint: string }>;
