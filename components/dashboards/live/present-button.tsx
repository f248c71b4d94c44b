import { Presentation } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Shows the dashboard alone on the screen. */
export function PresentButton({ onPresent }: { onPresent: () => void }) {
  return (
    <Button variant="ghost" size="icon" aria-label="Present" onClick={onPresent} className="max-md:hidden">
      <Presentation aria-hidden />
    </Button>
  );
}
