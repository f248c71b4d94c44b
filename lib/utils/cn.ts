import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own sizes must be known as sizes, or `text-13` would be taken for a colour and dropped beside `text-ink-2`.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["13", "title"], shadow: ["overlay"], breakpoint: ["rail"] } },
});

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
