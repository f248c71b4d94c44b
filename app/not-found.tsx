import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { BareFrame } from "@/components/layout/bare-frame";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <BareFrame>
      <EmptyState
        headingLevel={1}
        icon={<FileQuestion />}
        title="This page does not exist"
        description={<p>Or you cannot see it. Check the address, or ask the person who sent you the link.</p>}
        action={
          <Button asChild variant="primary">
            <Link href="/">Go to the start</Link>
          </Button>
        }
      />
    </BareFrame>
  );
}
