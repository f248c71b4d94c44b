"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";
import { cn } from "@/lib/utils/cn";

type ImageContentProps = { src: string; alt: string; fit: "contain" | "cover" };

/** A picture; where it is gone, what it showed is said in its place. */
export function ImageContent({ src, alt, fit }: ImageContentProps) {
  const [missing, setMissing] = useState("");
  if (missing === src)
    return (
      <p className="flex h-full min-h-0 items-center justify-center gap-2 overflow-auto text-13 text-pretty text-ink-2">
        <ImageOff aria-hidden className="size-4 shrink-0 text-ink-3" />
        {alt}
      </p>
    );
  return (
    // The browser scales it: there is one file, and it may be looked at in a window of any size.
    <img
      // One that failed before the page came to life has told nobody.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setMissing(src);
      }}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(src)}
      className={cn("size-full min-h-0", fit === "cover" ? "object-cover" : "object-contain")}
    />
  );
}
