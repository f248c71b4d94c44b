"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/figures/field";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { AudienceDto } from "@/lib/dashboards/sharing/schemas";
import { Visibility } from "@/lib/sharing/schemas";
import { VISIBILITY_WORDS } from "./audience-words";
import { JobRoleChoice } from "./job-role-choice";
import type { OwnershipActions } from "./ownership-actions";

type SharingFormProps = {
  dashboard: Pick<DashboardDto, "id" | "type">;
  audience: AudienceDto;
  change: OwnershipActions["changeSharing"];
  onChanged: (audience: AudienceDto) => void;
};

/** Who sees it without being named, and whether editors among them change it. */
export function SharingForm({ dashboard, audience, change, onChanged }: SharingFormProps) {
  const [visibility, setVisibility] = useState(audience.visibility);
  const [departmentId, setDepartmentId] = useState(audience.departmentId ?? "");
  const [jobRoles, setJobRoles] = useState<readonly string[]>(audience.jobRoles);
  const [isOpen, setOpen] = useState(audience.isOpenToEditors);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const wanted = {
    visibility,
    departmentId: visibility === "DEPARTMENT" ? departmentId || null : null,
    jobRoles: visibility === "ROLE" ? [...jobRoles] : [],
    isOpenToEditors: isOpen,
  };

  const save = () =>
    startTransition(async () => {
      const result = await attempt(change({ dashboardId: dashboard.id, ...wanted }));
      if (!result.ok) return setRefusal(result.error.message);
      setRefusal(null);
      onChanged(result.data);
      toast.success("Changed");
    });

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Who sees it" hint={VISIBILITY_WORDS[visibility].hint}>
        {(control) => (
          <NativeSelect
            {...control}
            value={visibility}
            onChange={({ target }) => setVisibility(Visibility.parse(target.value))}
          >
            {Visibility.options.map((option) => (
              <option key={option} value={option}>
                {VISIBILITY_WORDS[option].label}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {visibility === "DEPARTMENT" ? (
        <Field label="Department">
          {(control) => (
            <NativeSelect
              {...control}
              value={departmentId}
              onChange={({ target }) => setDepartmentId(target.value)}
            >
              <option value="">Choose a department</option>
              {audience.choices.departments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      ) : null}
      {visibility === "ROLE" ? (
        <JobRoleChoice offered={audience.choices.jobRoles} chosen={jobRoles} onChange={setJobRoles} />
      ) : null}
      {visibility === "PRIVATE" || dashboard.type === "SYSTEM" ? null : (
        <label className="flex items-start gap-2 text-13">
          <Checkbox
            className="mt-0.5"
            checked={isOpen}
            onCheckedChange={(checked) => setOpen(checked === true)}
          />
          <span>
            Every editor who sees it may change it
            <span className="block text-xs text-ink-2">
              Otherwise its owner, admins, and those with whom it is shared for editing.
            </span>
          </span>
        </label>
      )}
      <div role="alert" className="empty:hidden">
        {refusal ? <Callout tone="bad">{refusal}</Callout> : null}
      </div>
      {isChanged(audience, wanted) ? (
        <Button type="submit" variant="primary" className="self-start" loading={pending}>
          Change who sees it
        </Button>
      ) : null}
    </form>
  );
}

type Sharing = Pick<AudienceDto, "visibility" | "departmentId" | "jobRoles" | "isOpenToEditors">;

const isChanged = (before: Sharing, wanted: Sharing): boolean =>
  before.visibility !== wanted.visibility ||
  before.isOpenToEditors !== wanted.isOpenToEditors ||
  (wanted.visibility === "DEPARTMENT" && before.departmentId !== wanted.departmentId) ||
  (wanted.visibility === "ROLE" && before.jobRoles.join("\n") !== wanted.jobRoles.join("\n"));
