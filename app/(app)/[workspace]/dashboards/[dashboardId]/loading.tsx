import { DashboardSkeleton } from "@/components/dashboards/dashboard-skeleton";

export default function Loading() {
  return <DashboardSkeleton />;
}
