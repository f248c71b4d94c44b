import { CircleCheck, CircleX, Clock, Eye, LoaderCircle, type LucideIcon } from "lucide-react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { FileLoadDto, FileLoadState } from "@/lib/data-sources/files/schemas";
import { cn } from "@/lib/utils/cn";

const LOOKS = {
  UPLOADED: { icon: Eye, tone: "warn", word: "To be looked at" },
  REQUESTED: { icon: Clock, tone: "neutral", word: "Waiting" },
  LOADING: { icon: LoaderCircle, tone: "info", word: "Loading" },
  LOADED: { icon: CircleCheck, tone: "good", word: "Loaded" },
  FAILED: { icon: CircleX, tone: "bad", word: "Not loaded" },
} as const satisfies Record<FileLoadState, { icon: LucideIcon; tone: BadgeTone; word: string }>;

export function LoadState({ load }: { load: Pick<FileLoadDto, "state" | "progress"> }) {
  const { icon: Icon, tone, word } = LOOKS[load.state];
  const isLoading = load.state === "LOADING";
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={cn(isLoading && "animate-spin motion-reduce:animate-none")} />
      {isLoading ? `${word}, ${load.progress} %` : word}
    </Badge>
  );
}
