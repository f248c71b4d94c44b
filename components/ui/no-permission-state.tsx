import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState, type StateLayout } from "./empty-state";

type NoPermissionStateProps = Pick<StateLayout, "size" | "headingLevel" | "className"> & {
  /** What one wanted to do, e.g. "see the data sources of Harbor Health". */
  wanted: string;
  /** Names of the people who can give access; without names, "an admin of the workspace". */
  admins?: readonly string[];
  action?: ReactNode;
};

/** Says that a right is missing and who can give it. */
export function NoPermissionState({ wanted, admins = [], action, ...layout }: NoPermissionStateProps) {
  return (
    <EmptyState
      {...layout}
      icon={<Lock />}
      title="You do not have access"
      description={
        <p>
          Your role does not let you {wanted}. {askWhom(admins)}
        </p>
      }
      action={action}
    />
  );
}

function askWhom(admins: readonly string[]): string {
  if (admins.length === 0) return "An admin of the workspace can give you access.";
  return `${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(admins)} can give you access.`;
}
