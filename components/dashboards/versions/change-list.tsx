import { ArrowRightLeft, Minus, Pencil, Plus } from "lucide-react";
import type { ContentChange } from "./compare-contents";

const LOOKS = {
  added: { icon: Plus, className: "text-good" },
  removed: { icon: Minus, className: "text-bad" },
  moved: { icon: ArrowRightLeft, className: "text-ink-3" },
  changed: { icon: Pencil, className: "text-ink-3" },
} as const satisfies Record<ContentChange["kind"], object>;

export function ChangeList({ changes, label }: { changes: readonly ContentChange[]; label: string }) {
  if (changes.length === 0) return <p className="text-13 text-ink-2">Nothing differs.</p>;
  return (
    <ul aria-label={label} className="flex flex-col gap-1 text-13">
      {changes.map(({ kind, text }) => {
        const { icon: Icon, className } = LOOKS[kind];
        return (
          <li key={text} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-1 size-3 shrink-0 ${className}`} />
            {text}
          </li>
        );
      })}
    </ul>
  );
}
