import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";

/** In the head of a dashboard. */
export function ExportButton({ onOpen }: { onOpen: () => void }) {
  return (
    <Button onClick={onOpen}>
      <Download aria-hidden />
      Export
    </Button>
  );
}
