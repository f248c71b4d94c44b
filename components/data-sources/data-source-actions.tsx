"use client";

import { Pencil, PlugZap, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toaster";
import type { ConnectionTest, DataSourceDto } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { ConnectionSteps } from "./connection-steps";

type DataSourceActionsProps = {
  slug: string;
  source: DataSourceDto;
  check: ServerAction<{ dataSourceId: string }, ConnectionTest>;
  remove: ServerAction<{ dataSourceId: string }, DataSourceDto>;
};

const OFFLINE = "Broadsheet could not be reached. Check your connection and try again.";

export function DataSourceActions({ slug, source, check, remove }: DataSourceActionsProps) {
  const router = useRouter();
  const [testing, setTesting] = useState(false);
  const [test, setTest] = useState<ConnectionTest | null>(null);
  const input = { dataSourceId: source.id };

  async function runTest() {
    setTesting(true);
    const result = await check(input).catch(() => null);
    setTesting(false);
    if (result?.ok) setTest(result.data);
    else toast.error("Not tested", { description: result?.error.message ?? OFFLINE });
  }

  async function confirmRemove() {
    const result = await remove(input).catch(() => null);
    if (result?.ok) {
      toast.success(`“${source.name}” was deleted`);
      router.push(`/${slug}/data-sources`);
      return true;
    }
    toast.error("Not deleted", { description: result?.error.message ?? OFFLINE });
    return false;
  }

  return (
    <>
      <ConfirmDialog
        trigger={
          <Button variant="ghost" aria-label="Delete this data source">
            <Trash2 aria-hidden />
            Delete
          </Button>
        }
        verb="Delete"
        name={source.name}
        consequence="Its password is forgotten. A source that queries still use is not deleted."
        onConfirm={confirmRemove}
      />
      <Button onClick={runTest} loading={testing}>
        <PlugZap aria-hidden />
        Test connection
      </Button>
      <Button asChild variant="primary">
        <Link href={`/${slug}/data-sources/${source.id}/edit`}>
          <Pencil aria-hidden />
          Edit
        </Link>
      </Button>
      <Dialog open={test !== null} onOpenChange={(open) => !open && setTest(null)}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{test?.ok ? "The connection works" : "The connection does not work"}</DialogTitle>
            <DialogDescription>{source.name}</DialogDescription>
          </DialogHeader>
          {test ? <ConnectionSteps test={test} /> : null}
        </DialogContent>
      </Dialog>
    </>
  );
}
