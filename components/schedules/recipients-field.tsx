"use client";

import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useController, useFormContext } from "react-hook-form";
import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ListSummary } from "@/lib/distribution/schemas";
import { RecipientRow } from "./recipient-row";
import { addAddresses, addressProblem, type RecipientEntry, recipientsSummary } from "./recipient-rules";
import type { ScheduleValues } from "./schedule-values";
import { splitAddresses } from "./split-addresses";

/** Addresses, typed or pasted, and distribution lists; each as To, Cc or Bcc. */
export function RecipientsField({ lists }: { lists: readonly ListSummary[] }) {
  const { control } = useFormContext<ScheduleValues>();
  const { field, fieldState } = useController({ control, name: "recipients" });
  const entries = field.value;
  const chosen = new Set(entries.flatMap((entry) => (entry.type === "list" ? [entry.listId] : [])));
  const wrong = entries.filter((entry) => entry.type === "address" && addressProblem(entry.email)).length;

  const replace = (index: number, entry: RecipientEntry) =>
    field.onChange(entries.map((one, at) => (at === index ? entry : one)));

  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <AddressInput
          inputRef={field.ref}
          message={fieldState.error?.message ?? wrongWords(wrong)}
          onAdd={(emails) => field.onChange(addAddresses(entries, emails))}
          onBlur={field.onBlur}
        />
        <ListSelect
          lists={lists.filter((list) => !chosen.has(list.id))}
          none={lists.length === 0}
          onChoose={(listId) => field.onChange([...entries, { type: "list", listId, kind: "TO" }])}
        />
      </div>
      {entries.length > 0 ? (
        <div>
          <ul aria-label="Who receives it" className="max-h-96 overflow-y-auto border-t">
            {entries.map((entry, index) => (
              <RecipientRow
                key={entry.type === "list" ? entry.listId : `${index}-${entry.email}`}
                entry={entry}
                list={entry.type === "list" ? lists.find(({ id }) => id === entry.listId) : undefined}
                onChange={(next) => replace(index, next)}
                onRemove={() => field.onChange(entries.filter((_, at) => at !== index))}
              />
            ))}
          </ul>
          <p className="mt-2 text-xs text-ink-3">{recipientsSummary(entries, lists)}</p>
        </div>
      ) : null}
    </div>
  );
}

type AddressInputProps = {
  inputRef: (element: HTMLInputElement | null) => void;
  message: string | undefined;
  onAdd: (emails: string[]) => void;
  onBlur: () => void;
};

/** Takes in what is typed at a comma, a space, Enter, or when one goes on; what is pasted at once. */
function AddressInput({ inputRef, message, onAdd, onBlur }: AddressInputProps) {
  const [text, setText] = useState("");

  function take(written: string) {
    const emails = splitAddresses(written);
    if (emails.length > 0) onAdd(emails);
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!["Enter", ",", ";", " "].includes(event.key) || event.nativeEvent.isComposing) return;
    // Enter on an empty field sends the form, as in any other field.
    if (text.trim() === "" && event.key === "Enter") return;
    event.preventDefault();
    take(text);
  }

  function onPaste(event: ClipboardEvent) {
    event.preventDefault();
    take(`${text} ${event.clipboardData.getData("text")}`);
  }

  return (
    <Field
      label="Recipients"
      hint="Type or paste addresses, separated by commas, spaces or lines."
      message={message}
    >
      {(props) => (
        <Input
          {...props}
          ref={inputRef}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="name@example.com"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            take(text);
            onBlur();
          }}
        />
      )}
    </Field>
  );
}

type ListSelectProps = {
  /** Those not chosen yet. */
  lists: readonly ListSummary[];
  /** True when the workspace has none at all. */
  none: boolean;
  onChoose: (listId: string) => void;
};

function ListSelect({ lists, none, onChoose }: ListSelectProps) {
  return (
    <Field
      label="Distribution list"
      hint={
        none ? "There are none yet. An admin makes them under Lists." : "Its members at the time of each run."
      }
    >
      {(props) => (
        <NativeSelect
          {...props}
          value=""
          disabled={lists.length === 0}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="" disabled>
            {lists.length === 0 && !none ? "All lists are added" : "Add a list"}
          </option>
          {lists.map((list) => (
            <option key={list.id} value={list.id}>
              {list.name} ({list.memberCount})
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}

function wrongWords(wrong: number): string | undefined {
  if (wrong === 0) return undefined;
  return wrong === 1
    ? "One of these is not an e-mail address. Change or remove it."
    : `${wrong} of these are not e-mail addresses. Change or remove them.`;
}
