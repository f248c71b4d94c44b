"use client";

import type { Place } from "@/components/figures/place";
import { Checkbox } from "@/components/ui/checkbox";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DeliveryDto } from "@/lib/deliveries/schemas";
import { zoneName } from "@/lib/format/dates";
import { formatDayTime } from "@/lib/format/day-time";
import { formatBytes } from "@/lib/format/sizes";
import { NO_VALUE } from "@/lib/format/value";
import { canBeResent } from "./delivery-rules";

type Selection = { selected: ReadonlySet<string>; onChange: (selected: ReadonlySet<string>) => void };

type DeliveryTableProps = {
  deliveries: readonly DeliveryDto[];
  place: Place;
  now: string;
  /** null where nothing can be selected. */
  selection: Selection | null;
};

const KIND_WORDS = { TO: null, CC: "Cc", BCC: "Bcc" } as const;

/** One row per recipient. */
export function DeliveryTable({ deliveries, place, now, selection }: DeliveryTableProps) {
  return (
    <Table label="Delivery log">
      <TableHeader>
        <TableRow>
          {selection ? (
            <TableHead>
              <span className="sr-only">Select</span>
            </TableHead>
          ) : null}
          <TableHead>Recipient</TableHead>
          <TableHead>State</TableHead>
          <TableHead className="hidden sm:table-cell" unit={`(${zoneName(now, place)})`}>
            Sent
          </TableHead>
          <TableHead numeric className="hidden sm:table-cell">
            Attempts
          </TableHead>
          <TableHead numeric className="hidden md:table-cell">
            Size
          </TableHead>
          <TableHead className="hidden md:table-cell">What happened</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} place={place} now={now} selection={selection} />
        ))}
      </TableBody>
    </Table>
  );
}

type DeliveryRowProps = Omit<DeliveryTableProps, "deliveries"> & { delivery: DeliveryDto };

function DeliveryRow({ delivery, place, now, selection }: DeliveryRowProps) {
  const chosen = selection?.selected.has(delivery.id) && canBeResent(delivery);
  return (
    <TableRow data-state={chosen ? "selected" : undefined}>
      {selection ? (
        <TableCell className="w-8">
          {canBeResent(delivery) ? (
            <Checkbox
              aria-label={`Select ${delivery.recipient}`}
              checked={chosen}
              onCheckedChange={(on) =>
                selection.onChange(withId(selection.selected, delivery.id, on === true))
              }
            />
          ) : null}
        </TableCell>
      ) : null}
      <TableCell className="break-all">
        {delivery.recipient}
        {KIND_WORDS[delivery.kind] ? (
          <span className="text-ink-2"> · {KIND_WORDS[delivery.kind]}</span>
        ) : null}
        {delivery.recipientName ? <p className="text-ink-2">{delivery.recipientName}</p> : null}
        {delivery.error ? <p className="text-xs text-ink-2 md:hidden">{delivery.error}</p> : null}
      </TableCell>
      <TableCell>
        <StatusBadge kind="delivery" state={delivery.state} />
      </TableCell>
      <TableCell className="hidden whitespace-nowrap tabular-nums sm:table-cell">
        {delivery.sentAt ? formatDayTime(delivery.sentAt, now, place) : NO_VALUE}
      </TableCell>
      <TableCell numeric className="hidden sm:table-cell">
        {delivery.attempts}
      </TableCell>
      <TableCell numeric className="hidden md:table-cell">
        {delivery.bytes === null ? NO_VALUE : formatBytes(delivery.bytes, place)}
      </TableCell>
      <TableCell className="hidden min-w-56 text-ink-2 md:table-cell">{delivery.error}</TableCell>
    </TableRow>
  );
}

function withId(selected: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(selected);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
