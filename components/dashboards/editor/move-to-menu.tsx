"use client";

import { FolderInput } from "lucide-react";
import {
  DropdownMenuItem,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from "@/components/ui/dropdown-menu";
import type { Destination } from "./destinations";

type MoveToMenuProps = {
  destinations: readonly Destination[];
  /** Where they all stand already. */
  from?: string;
  onMove: (destination: Destination) => void;
};

/** The entry of a menu that lists every other section; none while there is but one. */
export function MoveToMenu({ destinations, from, onMove }: MoveToMenuProps) {
  const others = destinations.filter((destination) => destination.section !== from);
  if (others.length === 0 || destinations.length < 2) return null;
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <FolderInput aria-hidden />
        Move to
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        {others.map((destination) => (
          <DropdownMenuItem key={destination.section} onSelect={() => onMove(destination)}>
            {destination.label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}
