"use client";

import { useEffect, useEffectEvent } from "react";
import { toast } from "@/components/ui/toast";
import { useQueryChoices } from "../queries";
import { copyText, readCopied } from "./clipboard-format";
import { widgetOf } from "./focus-widget";
import type { WidgetContent } from "./relocate";
import { chosenOf, type Widgets } from "./sections";
import { ownsItsKeys } from "./use-editor-keys";
import { namesOf } from "./words";

type ClipboardInput = {
  /** Slug. */
  workspace: string;
  widgets: Widgets;
  selected: readonly string[];
  onPaste: (contents: readonly WidgetContent[]) => void;
};

/** Copies widgets to the clipboard and pastes them, by the browser's own keys or from a menu. */
export function useClipboard({ workspace, widgets, selected, onPaste }: ClipboardInput) {
  const choices = useQueryChoices(workspace);

  function taken(keys: readonly string[]): string | null {
    const chosen = chosenOf(widgets, keys);
    if (chosen.length === 0) return null;
    const text = copyText(chosen);
    keep(text);
    toast(`Copied ${namesOf(chosen)}`, { description: "Paste on this or another dashboard." });
    return text;
  }

  async function pasteText(text: string) {
    const queries = choices.data ?? (await choices.refetch()).data;
    if (!queries)
      return void toast.error("Not pasted", { description: "The queries could not be read. Try again." });
    const { contents, problem } = readCopied(text, new Set(queries.map((query) => query.id)));
    if (contents.length > 0) onPaste(contents);
    if (problem)
      toast.error(contents.length > 0 ? "Not everything was pasted" : "Not pasted", { description: problem });
  }

  useClipboardEvents({
    copied: (target) => taken(selected.length > 0 ? selected : [widgetOf(target) ?? ""]),
    pasted: (text) => void pasteText(text),
  });

  return {
    async copy(keys: readonly string[]) {
      const text = taken(keys);
      if (text !== null) await write(text);
    },
    paste: async () => pasteText(await read()),
  };
}

type ClipboardEvents = {
  /** The text to put on the clipboard; null leaves it to the browser. */
  copied: (target: EventTarget | null) => string | null;
  pasted: (text: string) => void;
};

/** These need no permission, and also come where a page may not read the clipboard by itself. */
function useClipboardEvents({ copied, pasted }: ClipboardEvents): void {
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    if (ownsItsKeys(event.target) || window.getSelection()?.isCollapsed === false) return;
    // Chromium says "the page" when a button has the focus.
    const text = copied(document.activeElement);
    if (text === null) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (ownsItsKeys(event.target) || text === "") return;
    event.preventDefault();
    pasted(window.isSecureContext ? text : (kept() ?? text));
  });

  // Outside system: the clipboard.
  useEffect(() => {
    const copy = (event: ClipboardEvent) => onCopy(event);
    const paste = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("copy", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("paste", paste);
    };
  }, []);
}

/**
 * Where the clipboard is closed to pages (plain http, or a reader who said no), what was copied last in this browser
 * takes its place.
 */
const KEPT = "broadsheet.copied-widgets";

function keep(text: string): void {
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // A browser that stores nothing still has its clipboard.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // It was kept.
  }
}

async function read(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return kept() ?? "";
  }
}
