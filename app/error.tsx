"use client";

import Link from "next/link";
import { BareFrame } from "@/components/layout/bare-frame";
import { errorReference } from "@/components/ui/error-reference";
import { ErrorState } from "@/components/ui/error-state";
import { Button } from "@/components/ui/button";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <BareFrame>
      <ErrorState
        headingLevel={1}
        requestId={errorReference(error)}
        onRetry={retry}
        action={
          <Button asChild variant="ghost">
            <Link href="/">Go to the start</Link>
          </Button>
        }
      />
    </BareFrame>
  );
}
