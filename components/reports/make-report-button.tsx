"use client";

import { FilePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import type { ReportDto } from "@/lib/reports/schemas";

type MakeReportButtonProps = {
  slug: string;
  dashboardId: string;
  createReport: ServerAction<{ dashboardId: string }, ReportDto>;
};

/** Makes a report of a dashboard's figures and opens it. */
export function MakeReportButton({ slug, dashboardId, createReport }: MakeReportButtonProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function make() {
    startTransition(async () => {
      const result = await attempt(createReport({ dashboardId }));
      if (result.ok) router.push(`/${slug}/reports/${result.data.id}`);
      else toast.error("The report was not made", { description: result.error.message });
    });
  }

  return (
    <Button variant="primary" loading={pending} onClick={make}>
      <FilePlus aria-hidden />
      Make a report
    </Button>
  );
}
