import { cn } from "@/lib/utils/cn";

type AvatarProps = {
  name: string;
  /** Square for a workspace, round for a person. */
  shape?: "square" | "round";
  className?: string;
};

/** Initials, always beside the name or with the name as the label of what is around it. */
export function Avatar({ name, shape = "round", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 items-center justify-center text-xs font-semibold select-none",
        shape === "square"
          ? "size-5 rounded-sm bg-accent text-[0.6875rem] text-accent-ink"
          : "size-6 rounded-full bg-accent-soft text-[0.6875rem] text-accent",
        className,
      )}
    >
      {shape === "square" ? initials(name).slice(0, 1) : initials(name)}
    </span>
  );
}

/** "Ada Lovelace" is "AL", "Ada" is "A". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0]?.toUpperCase() ?? "").join("");
}
