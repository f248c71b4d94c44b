"use client";

import { Star } from "lucide-react";
import { useOptimistic, useTransition } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";
import type { OwnershipActions } from "../people/ownership-actions";

type FavouriteButtonProps = {
  dashboard: Pick<DashboardSummary, "id" | "name" | "isFavourite">;
  setFavourite: OwnershipActions["setFavourite"];
  className?: string;
};

export function FavouriteButton({ dashboard, setFavourite, className }: FavouriteButtonProps) {
  const [isMarked, setMarked] = useOptimistic(dashboard.isFavourite);
  const [, startTransition] = useTransition();
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-pressed={isMarked}
      aria-label={`Favourite: ${dashboard.name}`}
      className={className}
      onClick={() =>
        startTransition(async () => {
          setMarked(!isMarked);
          await runAction(setFavourite({ dashboardId: dashboard.id, isFavourite: !isMarked }));
        })
      }
    >
      <Star aria-hidden className={cn(isMarked && "fill-current text-accent")} />
    </Button>
  );
}
