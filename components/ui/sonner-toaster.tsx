"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { toast as sonner, Toaster as Sonner } from "sonner";
import { showToasts } from "./toast";

/** Draws what `toast` says. */
export function SonnerToaster() {
  const { theme } = useTheme();
  // Outside system: the store of messages. An effect of the parent, so that sonner listens before.
  useEffect(() => showToasts((kind, title, options) => void sonner[kind](title, options)), []);
  return (
    <Sonner
      theme={theme === "dark" || theme === "light" ? theme : "system"}
      position="bottom-right"
      closeButton
      mobileOffset={{ bottom: "5rem" }}
      toastOptions={{
        classNames: {
          toast: "!rounded-lg !border-rule !bg-card !font-sans !text-13 !text-ink !shadow-overlay",
          description: "!text-ink-2",
          actionButton: "!h-7 !rounded-md !bg-accent !px-2.5 !text-accent-ink",
          cancelButton: "!h-7 !rounded-md !bg-sunken !px-2.5 !text-ink",
          closeButton: "!size-6 !border-rule-strong !bg-card !text-ink",
          success: "[&_[data-icon]]:text-good",
          error: "[&_[data-icon]]:text-bad",
          warning: "[&_[data-icon]]:text-warn",
          info: "[&_[data-icon]]:text-info",
        },
      }}
    />
  );
}
