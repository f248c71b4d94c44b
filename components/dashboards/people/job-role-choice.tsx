"use client";

import { Checkbox } from "@/components/ui/checkbox";

type JobRoleChoiceProps = {
  offered: readonly string[];
  chosen: readonly string[];
  onChange: (jobRoles: string[]) => void;
};

export function JobRoleChoice({ offered, chosen, onChange }: JobRoleChoiceProps) {
  const shown = [...new Set([...offered, ...chosen])].sort();
  if (shown.length === 0)
    return <p className="text-13 text-ink-2">Nobody has a job role yet. Admins give them to members.</p>;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-13 font-medium">Job roles that see it</legend>
      {shown.map((jobRole) => (
        <label key={jobRole} className="flex items-center gap-2 text-13">
          <Checkbox
            checked={chosen.includes(jobRole)}
            onCheckedChange={(checked) =>
              onChange(
                checked === true ? [...chosen, jobRole].sort() : chosen.filter((entry) => entry !== jobRole),
              )
            }
          />
          {jobRole}
        </label>
      ))}
    </fieldset>
  );
}
