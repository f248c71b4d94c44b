"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { Toaster } from "@/components/ui/toaster";

const STALE_AFTER_MS = 30_000;
const MAX_RETRIES = 2;

// React warns about a script it would have to run in the browser; by then it has run, so it becomes plain text.
const themeScript = { type: typeof window === "undefined" ? "text/javascript" : "text/plain" };

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      disableTransitionOnChange
      scriptProps={themeScript}
    >
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          {children}
          <UnsavedGuard />
          <Toaster />
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        retry: (failures, error) => failures < MAX_RETRIES && !isClientError(error),
      },
    },
  });
}

// Asking again does not change a refusal: 4xx answers are shown at once.
function isClientError(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("status" in error)) return false;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500;
}
