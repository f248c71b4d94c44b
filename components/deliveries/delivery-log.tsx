"use client";

import { useState } from "react";
import { runAction } from "@/components/forms/run-action";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { Card, CardAction, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Pagination } from "@/components/ui/pagination";
import { toast } from "@/components/ui/toast";
import type { DeliveryDto } from "@/lib/deliveries/schemas";
import type { ExecutionDto } from "@/lib/executions/schemas";
import { canBeResent, resendWarning } from "./delivery-rules";
import { DeliveryTable } from "./delivery-table";
import type { RunVerbs } from "./run-notice";
import { isUnderWay, runName } from "./run-words";

const PAGE_SIZE = 100;

type DeliveryLogProps = {
  run: ExecutionDto;
  place: Place;
  now: string;
  mayResend: boolean;
  resend: RunVerbs["resendDeliveries"];
  onDone: () => void;
};

/** Who was sent it and what became of each mail; what failed can be sent again from here. */
export function DeliveryLog({ run, place, now, mayResend, resend, onDone }: DeliveryLogProps) {
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const log = run.deliveryLog;
  const failed = log.filter(canBeResent);
  // What was selected and has arrived meanwhile is not sent again.
  const chosen = failed.filter((delivery) => selected.has(delivery.id));
  const selectable = mayResend && failed.length > 0;

  async function send(): Promise<boolean> {
    const deliveryIds = chosen.map(({ id }) => id);
    const done = await runAction(resend({ executionId: run.id, deliveryIds }));
    if (!done) return false;
    toast.success(done.resent === 1 ? "One mail is sent again" : `${done.resent} mails are sent again`);
    setSelected(new Set());
    onDone();
    return true;
  }

  return (
    <Card>
      <CardHeader>
        <CardTitle>Delivery log</CardTitle>
        {selectable ? (
          <CardAction>
            <Button
              size="sm"
              variant="ghost"
              onClick={() =>
                setSelected(new Set(chosen.length === failed.length ? [] : failed.map(({ id }) => id)))
              }
            >
              {chosen.length === failed.length ? "Select none" : `Select all that failed (${failed.length})`}
            </Button>
            <ResendButton run={run} chosen={chosen} onConfirm={send} />
          </CardAction>
        ) : null}
      </CardHeader>
      <CardContent className="flex flex-col gap-3 pt-2">
        {log.length > 0 ? (
          <>
            <DeliveryTable
              deliveries={log.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
              place={place}
              now={now}
              selection={selectable ? { selected, onChange: setSelected } : null}
            />
            {log.length < run.deliveries.total ? (
              <p className="text-xs text-ink-3">
                The first {log.length.toLocaleString(place.locale)} of{" "}
                {run.deliveries.total.toLocaleString(place.locale)} recipients, by address.
              </p>
            ) : null}
            {log.length > PAGE_SIZE ? (
              <Pagination
                page={page}
                pageSize={PAGE_SIZE}
                total={log.length}
                noun="deliveries"
                locale={place.locale}
                onPageChange={setPage}
              />
            ) : null}
          </>
        ) : (
          <p className="text-13 text-ink-2">
            {isUnderWay(run)
              ? "The mails are planned once the report is ready."
              : "No mail was sent in this run."}
          </p>
        )}
      </CardContent>
    </Card>
  );
}

type ResendButtonProps = { run: ExecutionDto; chosen: DeliveryDto[]; onConfirm: () => Promise<boolean> };

function ResendButton({ run, chosen, onConfirm }: ResendButtonProps) {
  const label = chosen.length === 0 ? "Resend" : `Resend ${chosen.length}`;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="primary" disabled={chosen.length === 0}>
          {label}
        </Button>
      }
      verb="Resend"
      name={runName(run)}
      destructive={false}
      consequence={resendWarning(chosen)}
      onConfirm={onConfirm}
    />
  );
}
