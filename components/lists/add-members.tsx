"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { readMembers, type WrittenMember } from "./read-members";

type AddMembersProps = {
  /** Answers in words what became of them. */
  onAdd: (members: WrittenMember[]) => string;
};

/** One or many people at once, as they come out of a mail program or a spreadsheet. */
export function AddMembers({ onAdd }: AddMembersProps) {
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState("");

  function add() {
    setOutcome(onAdd(readMembers(text)));
    setText("");
  }

  return (
    <div className="flex flex-col gap-2 rounded-lg bg-sunken p-3">
      <Field label="Add people" hint="One on each line, or pasted from a mail or a spreadsheet.">
        {(props) => (
          <Textarea
            {...props}
            rows={3}
            spellCheck={false}
            placeholder={"Ada Lovelace <ada@example.com>\nkim@example.com"}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Button size="sm" onClick={add} disabled={text.trim() === ""}>
          <Plus aria-hidden />
          Add
        </Button>
        <p role="status" className="text-xs text-ink-2">
          {outcome}
        </p>
      </div>
    </div>
  );
}
