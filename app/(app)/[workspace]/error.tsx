"use client";

import { errorReference } from "@/components/ui/error-reference";
import { ErrorState } from "@/components/ui/error-state";

export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorState headingLevel={1} requestId={errorReference(error)} onRetry={retry} />;
}
