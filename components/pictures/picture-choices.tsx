"use client";

import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { pictureAddress } from "@/lib/charts/prepare-content";
import type { PictureDto } from "@/lib/pictures/schemas";
import { cn } from "@/lib/utils/cn";

type PictureChoicesProps = {
  workspace: string;
  pictures: readonly PictureDto[];
  chosen: string;
  onChoose: (pictureId: string) => void;
};

/** So many are seen at a glance; more are searched. */
const AT_A_GLANCE = 9;

/** The pictures that were uploaded before, one of which stands in the widget. */
export function PictureChoices({ workspace, pictures, chosen, onChoose }: PictureChoicesProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = pictures.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <div className="flex flex-col gap-2">
      {pictures.length > AT_A_GLANCE ? (
        <Input
          type="search"
          aria-label="Find a picture by its name"
          placeholder="Find by name"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      ) : null}
      <p role="status" className="text-13 text-ink-2 empty:hidden">
        {found.length === 0 ? `No picture is called “${search.trim()}”.` : null}
      </p>
      <RadioGroup.Root
        aria-label="Uploaded pictures"
        value={chosen}
        onValueChange={onChoose}
        className="grid max-h-64 grid-cols-3 gap-2 overflow-y-auto p-1"
      >
        {found.map(({ id, name }) => (
          <RadioGroup.Item
            key={id}
            value={id}
            title={name}
            className={cn(
              "flex min-w-0 flex-col rounded-md border border-rule bg-paper text-left transition-colors hover:border-ink-3",
              "data-[state=checked]:border-accent data-[state=checked]:ring-1 data-[state=checked]:ring-accent",
            )}
          >
            <img
              src={`${pictureAddress(id, { workspace })}&size=thumbnail`}
              alt=""
              loading="lazy"
              decoding="async"
              className="h-16 w-full object-contain p-1"
            />
            <span className="w-full truncate border-t border-rule px-1.5 py-1 text-xs text-ink-2">
              {name}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
