import { House } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { StartDto } from "@/lib/dashboards/starts/schemas";
import { StartRow, type StartRowProps } from "./start-row";

type StartListProps = Omit<StartRowProps, "start"> & { starts: readonly StartDto[] };

/** Every job role and department, with the dashboard that its people see first. */
export function StartList({ starts, ...row }: StartListProps) {
  if (starts.length === 0)
    return (
      <EmptyState
        icon={<House />}
        title="No job roles and no departments"
        description="Once members have a job role or belong to a department, you decide here what they see first."
      />
    );
  const of = (kind: StartDto["target"]["of"]) => starts.filter(({ target }) => target.of === kind);
  return (
    <div className="flex max-w-4xl flex-col gap-7">
      <p className="text-13 text-ink-2">
        What somebody chose with “Show me this first” goes before everything. Then the job role decides, then
        the department, then the one above it. Where nobody decided, people begin on the home page.
      </p>
      <StartGroup title="By job role" starts={of("jobRole")} {...row} />
      <StartGroup title="By department" starts={of("department")} {...row} />
    </div>
  );
}

function StartGroup({ title, starts, ...row }: StartListProps & { title: string }) {
  if (starts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="border-b border-rule-strong pb-2 text-sm font-medium text-ink">{title}</h2>
      <ul>
        {starts.map((start) => (
          <StartRow key={JSON.stringify(start.target)} start={start} {...row} />
        ))}
      </ul>
    </section>
  );
}
