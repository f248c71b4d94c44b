"use client";

import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { guardHistory } from "./guard-history";
import {
  answerLeave,
  hasUnsavedChanges,
  pendingLeave,
  requestLeave,
  subscribeToLeave,
} from "./unsaved-changes";

const LeaveDialog = onDemand(async () => (await import("./leave-dialog")).LeaveDialog);

/** Stands once in the page, beside everything else; see `useUnsavedWarning`. */
export function UnsavedGuard() {
  const router = useRouter();
  const request = useSyncExternalStore(subscribeToLeave, pendingLeave, () => null);

  // Outside system: the browser's own ways to leave, which know nothing of our forms.
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (hasUnsavedChanges()) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const href = leavingHref(event);
      if (href === null || !hasUnsavedChanges()) return;
      event.preventDefault();
      event.stopPropagation();
      requestLeave(() => router.push(href));
    }
    window.addEventListener("beforeunload", onBeforeUnload);
    // Captured, so that the question comes before the link's own navigation.
    document.addEventListener("click", onClick, true);
    const stopGuarding = guardHistory();
    return () => {
      stopGuarding();
      window.removeEventListener("beforeunload", onBeforeUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [router]);

  return request === null ? null : <LeaveDialog onAnswer={answerLeave} />;
}

/** The address a click would replace this page with; null for new tabs, downloads, other sites and anchors. */
function leavingHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin) return null;
  const samePage = url.pathname === window.location.pathname && url.search === window.location.search;
  return samePage ? null : url.pathname + url.search + url.hash;
}
