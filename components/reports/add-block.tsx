import { Button } from "@/components/ui/button";
import type { ReportBlockKind } from "@/lib/reports/schemas";
import { BLOCK_KINDS } from "./block-kinds";

/** One button a kind of block; the new block comes after the selected one. */
export function AddBlock({ onAdd }: { onAdd: (kind: ReportBlockKind) => void }) {
  return (
    <section aria-label="Add a block" className="flex flex-col gap-2">
      <h2 className="text-xs text-ink-2">Add a block</h2>
      <div className="grid grid-cols-2 gap-2">
        {Object.entries(BLOCK_KINDS).map(([kind, { name, icon: Icon }]) => (
          <Button key={kind} className="justify-start" onClick={() => onAdd(kind as ReportBlockKind)}>
            <Icon aria-hidden />
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
