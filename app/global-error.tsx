"use client";

import { errorReference } from "@/components/ui/error-reference";
import { ErrorState } from "@/components/ui/error-state";
import "./globals.css";

/** Stands in for the whole document when even the root layout failed; so it brings its own, without providers. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong · Broadsheet</title>
        <main className="flex min-h-dvh items-center justify-center">
          <ErrorState headingLevel={1} requestId={errorReference(error)} onRetry={retry} />
        </main>
      </body>
    </html>
  );
}
