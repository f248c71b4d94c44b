import { Ellipsis } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "./button";

type MoreButtonProps = ComponentProps<typeof Button> & {
  /** Completes "More about …". */
  about: string;
};

/** The three dots that open the menu of something. */
export function MoreButton({ about, ...props }: MoreButtonProps) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={`More about ${about}`} {...props}>
      <Ellipsis aria-hidden />
    </Button>
  );
}
