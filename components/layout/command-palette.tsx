"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { requestLeave } from "@/components/forms/unsaved-changes";
import { Avatar } from "@/components/ui/avatar";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { PaletteGroup, PaletteRow } from "./command-palette-rows";
import type { PaletteSearch } from "./command-palette-provider";
import { createItems } from "./create-items";
import { navSections } from "./nav-items";
import type { ShellContext } from "./shell-types";
import { THEMES } from "./themes";
import { useSettled } from "./use-settled";

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  shell: ShellContext;
  search?: PaletteSearch;
};

/** Go to, create, switch, find: everything by keyboard. */
export default function CommandPalette({ open, onOpenChange, shell, search }: CommandPaletteProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        closeButton={false}
        className="top-[12dvh] max-h-[min(32rem,76dvh)] max-w-xl translate-y-0 overflow-hidden p-0"
      >
        <DialogTitle className="sr-only">Search or run</DialogTitle>
        <DialogDescription className="sr-only">
          Type to find a page or a command, then press Enter.
        </DialogDescription>
        <PaletteBody shell={shell} search={search} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

type PaletteBodyProps = { shell: ShellContext; search?: PaletteSearch; close: () => void };

// Its own component, so that each opening begins with an empty line.
function PaletteBody({ shell, search, close }: PaletteBodyProps) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const [text, setText] = useState("");
  const found = useFound(shell.current.slug, text, search);
  const [chosen, setChosen] = useState("");
  // What the server finds arrives after the built-in rows were sorted: without one of them, it comes first.
  const [first] = found.items;
  const selected = chosen || (first ? foundValue(first.id) : "");

  function run(act: () => void) {
    close();
    act();
  }
  const goTo = (href: string) => run(() => requestLeave(() => router.push(href)));

  return (
    <Command
      label="Search or run"
      loop
      value={selected}
      onValueChange={setChosen}
      className="flex max-h-[inherit] flex-col"
    >
      <div className="flex items-center gap-3 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Search or run…"
          className="h-12 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-2">
        {found.items.length === 0 ? (
          <Command.Empty className="px-3 py-8 text-center text-13 text-ink-2">
            {found.loading ? "Searching…" : `Nothing matches “${text}”.`}
          </Command.Empty>
        ) : null}
        {found.items.length > 0 ? (
          <PaletteGroup heading="Found" alwaysShown>
            {found.items.map(({ id, label, hint, href }) => (
              <PaletteRow key={id} value={foundValue(id)} hint={hint} onSelect={() => goTo(href)}>
                {label}
              </PaletteRow>
            ))}
          </PaletteGroup>
        ) : null}
        <Places shell={shell} goTo={goTo} />
        <PaletteGroup heading="Theme">
          {THEMES.map(({ value, label, icon: Icon }) => (
            <PaletteRow
              key={value}
              value={`Theme ${label}`}
              icon={<Icon />}
              onSelect={() => run(() => setTheme(value))}
            >
              {label}
            </PaletteRow>
          ))}
        </PaletteGroup>
      </Command.List>
      <p
        aria-hidden
        className="flex items-center gap-1.5 border-t px-4 py-2 text-xs text-ink-3 max-md:hidden"
      >
        <CornerDownLeft className="size-3.5" /> to run · ↑ ↓ to move
      </p>
    </Command>
  );
}

const foundValue = (id: string) => `found ${id}`;

/** Pages, things to make, and the other workspaces. */
function Places({ shell, goTo }: { shell: ShellContext; goTo: (href: string) => void }) {
  const { current, user, workspaces } = shell;
  const pages = navSections(current.slug, user.role).flatMap((section) => section.items);
  const creations = createItems(current.slug, user.role);
  const others = workspaces.filter((workspace) => workspace.slug !== current.slug);
  return (
    <>
      <PaletteGroup heading="Go to">
        {pages.map(({ key, label, href, icon: Icon }) => (
          <PaletteRow key={key} value={`Go to ${label}`} icon={<Icon />} onSelect={() => goTo(href)}>
            {label}
          </PaletteRow>
        ))}
      </PaletteGroup>
      {creations.length > 0 ? (
        <PaletteGroup heading="Create">
          {creations.map(({ label, href, icon: Icon }) => (
            <PaletteRow key={href} value={`Create ${label}`} icon={<Icon />} onSelect={() => goTo(href)}>
              {label}
            </PaletteRow>
          ))}
        </PaletteGroup>
      ) : null}
      {others.length > 0 ? (
        <PaletteGroup heading="Switch workspace">
          {others.map(({ slug, name }) => (
            <PaletteRow
              key={slug}
              value={`Switch workspace ${name} ${slug}`}
              icon={<Avatar name={name} shape="square" />}
              onSelect={() => goTo(`/${slug}`)}
            >
              {name}
            </PaletteRow>
          ))}
        </PaletteGroup>
      ) : null}
    </>
  );
}

const MIN_SEARCH_LENGTH = 2;

function useFound(slug: string, text: string, search: PaletteSearch | undefined) {
  const query = useSettled(text.trim());
  const enabled = search !== undefined && query.length >= MIN_SEARCH_LENGTH;
  const { data, isFetching } = useQuery({
    queryKey: ["command-palette", slug, query],
    queryFn: () => (search ? search(query) : []),
    enabled,
  });
  // Answers to an older question must not stand where Enter would choose them.
  const settled = query === text.trim();
  return { items: enabled && settled ? (data ?? []) : [], loading: isFetching || !settled };
}
