import { Search } from "lucide-react";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/utils/cn";

type SearchBoxProps = {
  label: string;
  /** What the words may be; the label when left out. */
  placeholder?: string;
  value: string;
  onChange: (words: string) => void;
  /** How wide it is. */
  className?: string;
};

/** Words by which a list is narrowed while they are typed. */
export function SearchBox({ label, placeholder = label, value, onChange, className }: SearchBoxProps) {
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        className="pl-9"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
