"use client";

import { clearCache } from "@/app/(app)/[workspace]/queries/cache/actions";
import { runAction } from "@/components/forms/run-action";
import { Button, type ButtonProps } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { formatBytes } from "@/lib/format/sizes";
import type { ClearCacheScope } from "@/lib/queries/cache/schemas";

type ClearButtonProps = {
  slug: string;
  locale: string;
  scope: ClearCacheScope;
  /** What is forgotten, by its name. */
  name: string;
  entries: number;
  size?: ButtonProps["size"];
  label?: string;
};

export function ClearButton({
  slug,
  locale,
  scope,
  name,
  entries,
  size = "sm",
  label = "Clear",
}: ClearButtonProps) {
  const count = `${entries.toLocaleString(locale)} kept ${entries === 1 ? "answer" : "answers"}`;
  return (
    <ConfirmDialog
      verb="Clear"
      name={name}
      trigger={
        <Button size={size} aria-label={`${label}: ${name}`}>
          {label}
        </Button>
      }
      consequence={`Broadsheet forgets ${count}. No data is lost: whoever asks next waits for the source, and sees its present numbers.`}
      destructive={false}
      onConfirm={async () => {
        const cleared = await runAction(clearCache(slug, { scope }));
        if (!cleared) return false;
        toast.success(`${formatBytes(cleared.bytes, { locale })} cleared`);
      }}
    />
  );
}
