"use client";

import { useState } from "react";
import { Field } from "@/components/figures/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { toParameterName } from "./parameter-choices";

/** Another attribute of the person who reads, by the name it has among the members. */
export function ReaderAttribute({ onChoose }: { onChoose: (name: string) => void }) {
  const [text, setText] = useState("");
  const attribute = toParameterName(text);
  function choose() {
    if (attribute !== "") onChoose(`me.${attribute}`);
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="Attribute of the reader" hint="As it is called among the members, e.g. clinic.">
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={60}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              // It stands inside the query's form, which Enter would send.
              event.preventDefault();
              choose();
            }}
          />
        )}
      </Field>
      <Button onClick={choose} disabled={attribute === ""} className="self-end">
        Use it
      </Button>
    </div>
  );
}
