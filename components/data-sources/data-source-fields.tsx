"use client";

import type { Control } from "react-hook-form";
import { NumberField, SelectField, TextField } from "@/components/forms/fields";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { DataSourceValues } from "./form-values";

type FieldsProps = { control: Control<DataSourceValues, unknown, DataSourceValues> };

const off = { autoComplete: "off", spellCheck: false } as const;

export function ConnectionFields({ control, hasPassword }: FieldsProps & { hasPassword: boolean }) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-serif text-lg">Connection</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
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
      <SelectField control={control} name="settings.tls" label="Encryption (TLS)" className="sm:max-w-xs">
        <option value="verify">On, and check the server's certificate</option>
        <option value="require">On, without a check</option>
        <option value="disable">Off</option>
      </SelectField>
    </fieldset>
  );
}

export function LimitFields({ control }: FieldsProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-serif text-lg">Limits</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <SecondsField control={control} name="statementTimeoutMs" label="Time limit of a query, in seconds" />
        <NumberField
          control={control}
          name="rowLimit"
          label="Rows read at most"
          hint="A longer result is cut, and says so."
          controlProps={{ min: 1, max: 1_000_000 }}
        />
        <NumberField
          control={control}
          name="connectionLimit"
          label="Connections at a time"
          controlProps={{ min: 1, max: 50 }}
        />
        <NumberField
          control={control}
          name="cacheSeconds"
          label="Keep answers for, in seconds"
          hint="0 asks the source each time."
          controlProps={{ min: 0, max: 86_400 }}
        />
      </div>
    </fieldset>
  );
}

type SecondsFieldProps = FieldsProps & { name: "statementTimeoutMs"; label: string };

/** Kept in milliseconds, typed in seconds. */
function SecondsField({ control, name, label }: SecondsFieldProps) {
  return (
    <FormField control={control} name={name} label={label}>
      {({ value, onChange, ...field }) => (
        <Input
          {...field}
          type="number"
          inputMode="decimal"
          min={0.1}
          max={3600}
          step="any"
          value={typeof value === "number" ? value / 1000 : ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? null : Math.round(target.valueAsNumber * 1000))
          }
        />
      )}
    </FormField>
  );
}
