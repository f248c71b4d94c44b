"use client";

import { runAction } from "@/components/forms/run-action";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ExecutionDto, ExecutionState } from "@/lib/executions/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { RunProgress } from "./run-progress";
import type { RunRights } from "./run-view";
import { isUnderWay, runName } from "./run-words";

type RunIdInput = { executionId: string };

export type RunVerbs = {
  releaseExecution: ServerAction<RunIdInput, { id: string }>;
  cancelExecution: ServerAction<RunIdInput, { id: string }>;
  resendDeliveries: ServerAction<RunIdInput & { deliveryIds: string[] }, { resent: number }>;
};

type RunNoticeProps = { run: ExecutionDto; can: RunRights; verbs: RunVerbs; onDone: () => void };

const TONES: Partial<Record<ExecutionState, "warn" | "bad">> = {
  HELD: "warn",
  PARTIAL: "warn",
  FAILED: "bad",
};

/** What one must know about a run first: why it is held, why it failed, or how far it is. */
export function RunNotice(props: RunNoticeProps) {
  const { run } = props;
  if (run.state === "HELD") return <HeldNotice {...props} />;
  if (isUnderWay(run)) {
    return (
      <Callout
        tone="info"
        title={run.state === "PENDING" ? "Waiting for its turn." : "Under way."}
        action={<CancelButton {...props} />}
      >
        {run.stateReason}
        <RunProgress run={run} className="mt-2 w-64 max-w-full" />
      </Callout>
    );
  }
  if (!run.stateReason) return null;
  return (
    <Callout tone={TONES[run.state] ?? "info"}>
      <Reason text={run.stateReason} />
    </Callout>
  );
}

function HeldNotice(props: RunNoticeProps) {
  const { run, can, verbs, onDone } = props;

  async function release() {
    if (!(await runAction(verbs.releaseExecution({ executionId: run.id })))) return;
    toast.success("Released: it is made anew");
    onDone();
  }

  return (
    <Callout
      tone="warn"
      title="Held: nothing was sent."
      action={
        <div className="flex gap-2">
          <CancelButton {...props} />
          {can.release ? (
            <ActionButton variant="primary" onAct={release}>
              Release
            </ActionButton>
          ) : null}
        </div>
      }
    >
      <Reason text={run.stateReason} />
      <p className="mt-1 text-ink-2">
        {can.release
          ? "Put the cause right, then release the run: what is missing is made anew, for the same period."
          : "An admin can release it once the cause is put right."}
      </p>
    </Callout>
  );
}

/** The first line says what is wrong, each further one which part it is. */
function Reason({ text }: { text: string | null }) {
  const [first, ...parts] = (text ?? "").split("\n");
  return (
    <>
      <p>{first}</p>
      {parts.length > 0 ? (
        <ul aria-label="What is broken" className="mt-1 list-disc pl-5">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function CancelButton({ run, can, verbs, onDone }: RunNoticeProps) {
  if (!can.cancel) return null;
  return (
    <ConfirmDialog
      trigger={<Button>Cancel the run</Button>}
      verb="Cancel the run"
      name={runName(run)}
      consequence="Mails that have not left are not sent. What was sent stays sent."
      onConfirm={async () => {
        const done = await runAction(verbs.cancelExecution({ executionId: run.id }));
        if (done) onDone();
        return done !== null;
      }}
    />
  );
}
