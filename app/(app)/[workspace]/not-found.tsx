import { FileQuestion } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <EmptyState
      headingLevel={1}
      icon={<FileQuestion />}
      title="Not found"
      description="It does not exist, it was deleted, or you cannot see it. Check the address, or look for it in the list."
    />
  );
}
