"use client";

import { Pencil, PlugZap } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ConnectionTest, DataSourceDto } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { ConnectionSteps } from "./connection-steps";
import { DeleteDataSource } from "./delete-data-source";

type DataSourceActionsProps = {
  slug: string;
  source: DataSourceDto;
  check: ServerAction<{ dataSourceId: string }, ConnectionTest>;
  remove: ServerAction<{ dataSourceId: string }, DataSourceDto>;
};

export function DataSourceActions({ slug, source, check, remove }: DataSourceActionsProps) {
  const [checking, setChecking] = useState(false);
  const [test, setTest] = useState<ConnectionTest | null>(null);

  async function runCheck() {
    setChecking(true);
    const result = await attempt(check({ dataSourceId: source.id }));
    setChecking(false);
    if (result.ok) setTest(result.data);
    else toast.error("Not checked", { description: result.error.message });
  }

  return (
    <>
      <DeleteDataSource slug={slug} source={source} remove={remove} />
      {source.settings ? (
        <Button onClick={runCheck} loading={checking}>
          <PlugZap aria-hidden />
          Check now
        </Button>
      ) : null}
      {/* Of uploaded files the first thing to do is to upload one. */}
      <Button asChild variant={source.settings ? "primary" : "secondary"}>
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
