import { Field } from "@/components/figures/field";
import { Textarea } from "@/components/ui/textarea";

type DescriptionFieldProps = { value: string; hint: string; onChange: (description: string) => void };

/** What a picture shows, in words. `hint` says where they stand in its place. */
export function DescriptionField({ value, hint, onChange }: DescriptionFieldProps) {
  return (
    <Field label="What the picture shows" hint={hint}>
      {(control) => (
        <Textarea
          {...control}
          required
          rows={2}
          maxLength={500}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
