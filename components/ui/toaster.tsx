"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

export { toast } from "sonner";

/** Short messages about what just happened. What must be read stands in the page instead. */
export function Toaster(props: ToasterProps) {
  const { theme } = useTheme();
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
      {...props}
    />
  );
}
