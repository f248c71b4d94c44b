"use client";

import { type KeyboardEvent, useState } from "react";

export type Choice = { value: string; label: string };

export type ChoiceBoxState = {
  chosen: readonly string[];
  /** null when there is nothing to choose from: any text is taken. */
  choices: readonly Choice[] | null;
  isMultiple: boolean;
  /** Takes several texts at once, as they are pasted. Returns why it does not. */
  onAdd: (text: string) => string | null;
  onPick: (value: string) => void;
  onRemove: (value: string) => void;
};

/** Rows drawn at once; the rest is found by typing. */
export const SHOWN = 100;

/** What is typed, which rows match, and what the keys do: arrows, Enter, comma, Escape, Backspace. */
export function useChoiceBox({ chosen, choices, isMultiple, onAdd, onPick, onRemove }: ChoiceBoxState) {
  const [text, setText] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const found = (choices ?? []).filter((choice) => matches(choice, text));
  const shown = found.slice(0, SHOWN);
  const isListed = isOpen && choices !== null;

  function search(next: string) {
    setText(next);
    setActive(0);
    setProblem(null);
    setIsOpen(true);
  }
  function pick(value: string) {
    onPick(value);
    search("");
    setIsOpen(isMultiple);
  }
  function add() {
    if (choices !== null || text.trim() === "") return;
    const refused = onAdd(text);
    setProblem(refused);
    if (refused === null) setText("");
  }
  /** True when something was done about Enter, which then is not the form's: it would be sent half filled. */
  function enter(): boolean {
    const row = shown[active];
    if (isListed && row) pick(row.value);
    else add();
    return isListed || choices === null;
  }
  function move(by: number): boolean {
    if (choices === null) return false;
    if (isListed) setActive((active + by + shown.length) % Math.max(1, shown.length));
    setIsOpen(true);
    return true;
  }
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: enter,
    ",": () => {
      if (choices !== null || !isMultiple) return false;
      add();
      return true;
    },
    Escape: () => {
      setIsOpen(false);
      return isListed;
    },
    Backspace: () => {
      const last = chosen.at(-1);
      if (text !== "" || !isMultiple || last === undefined) return false;
      onRemove(last);
      return true;
    },
  };
  function press(event: KeyboardEvent) {
    if (!keys[event.key]?.()) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function leave() {
    setIsOpen(false);
    add();
    if (choices !== null) setText("");
  }

  return {
    text,
    isOpen,
    isListed,
    active,
    problem,
    shown,
    found,
    search,
    pick,
    press,
    leave,
    open: () => setIsOpen(true),
  };
}

function matches({ value, label }: Choice, text: string): boolean {
  const searched = text.trim().toLowerCase();
  return label.toLowerCase().includes(searched) || value.toLowerCase().includes(searched);
}
