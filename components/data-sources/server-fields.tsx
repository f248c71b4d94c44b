"use client";

import type { FormEvent } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { NumberField, SelectField, TextareaField, TextField } from "@/components/forms/fields";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ServerKind, ServerSettings } from "@/lib/data-sources/schemas";
import { portFor, type ServerValues, usualTls } from "./form-values";

type ServerFieldsProps = { form: ActionForm<ServerValues>; kind: ServerKind; hasPassword: boolean };

const off = { autoComplete: "off", spellCheck: false } as const;

const TLS_HINTS = {
  verify: "Nobody on the way can read along or pretend to be the server.",
  require: "Nobody on the way can read along. Checking the certificate also keeps out false servers.",
  disable: "Everybody on the way can read along: right for a server on this machine.",
} as const satisfies Record<ServerSettings["tls"], string>;

/** Where a server is and who signs in. TLS and port follow what is usual until somebody chooses them. */
export function ServerFields({ form, kind, hasPassword }: ServerFieldsProps) {
  const { control, methods } = form;
  const tls = useWatch({ control, name: "settings.tls" }) ?? "require";
  const { touchedFields } = useFormState({ control, name: "settings.tls" });

  function movePort(before: ServerSettings["tls"], after: ServerSettings["tls"]) {
    const port = methods.getValues("settings.port");
    const usual = portFor(kind, { before, after }, port);
    if (usual !== port) methods.setValue("settings.port", usual, { shouldDirty: true });
  }

  function followHost() {
    const { host, tls: before = "require" } = methods.getValues("settings");
    if (hasPassword || touchedFields.settings?.tls || host.trim() === "") return;
    const after = usualTls(host);
    if (after === before) return;
    methods.setValue("settings.tls", after);
    movePort(before, after);
  }

  function followTls({ target }: FormEvent) {
    if (target instanceof HTMLSelectElement) movePort(tls, target.value as typeof tls);
  }

  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-serif text-lg">Connection</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem]" onBlur={followHost}>
        <TextField
          control={control}
          name="settings.host"
          label="Host"
          controlProps={{ ...off, placeholder: "db.example.com" }}
        />
        <NumberField
          control={control}
          name="settings.port"
          label="Port"
          controlProps={{ min: 1, max: 65535 }}
        />
      </div>
      <TextField control={control} name="settings.database" label="Database" controlProps={off} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          control={control}
          name="settings.user"
          label="User"
          hint="Best one that may only read."
          controlProps={off}
        />
        <TextField
          control={control}
          name="password"
          label="Password"
          optional={hasPassword}
          hint={
            hasPassword
              ? "Left empty, the stored one is kept. A new host, port or user needs it again."
              : "Stored encrypted, and never shown again."
          }
          controlProps={{ type: "password", autoComplete: "new-password" }}
        />
      </div>
      <div onChange={followTls}>
        <SelectField
          control={control}
          name="settings.tls"
          label="Encryption on the way (TLS)"
          hint={TLS_HINTS[tls]}
          className="sm:max-w-sm"
        >
          <option value="verify">On, and check the server's certificate</option>
          <option value="require">On, without a check</option>
          <option value="disable">Off</option>
        </SelectField>
      </div>
      {tls === "verify" ? (
        <TextareaField
          control={control}
          name="settings.caCertificate"
          label="Certificate of the authority"
          optional
          hint="In PEM form, when a private authority signed the server's certificate. Empty trusts the public ones."
          controlProps={{
            ...off,
            rows: 5,
            className: "font-mono text-xs",
            placeholder: "-----BEGIN CERTIFICATE-----",
          }}
        />
      ) : null}
    </fieldset>
  );
}
