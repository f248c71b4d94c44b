"use client";

import { useState } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import type { ServerAction } from "@/lib/http/action-result";

export type MarkRead = ServerAction<{ ids: string[] }, { unread: number }>;

/** Takes the news that are shown from the front page; what came since then stays. */
export function MarkReadButton({ ids, markRead }: { ids: string[]; markRead: MarkRead }) {
  const [pending, setPending] = useState(false);
  return (
    <Button
      variant="ghost"
      loading={pending}
      className="mt-2"
      onClick={async () => {
        setPending(true);
        await runAction(markRead({ ids }));
        setPending(false);
      }}
    >
      Mark as read
    </Button>
  );
}
