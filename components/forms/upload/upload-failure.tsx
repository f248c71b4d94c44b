import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { UploadState } from "./use-upload";

type UploadFailureProps = { state: UploadState; className?: string };

/** Why a file was not uploaded, where it was not. */
export function UploadFailure({ state, className }: UploadFailureProps) {
  if (state.kind !== "failed") return null;
  return (
    <Callout
      tone="bad"
      role="alert"
      title="Not uploaded."
      className={className}
      action={
        state.retry ? (
          <Button size="sm" onClick={state.retry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {state.message}
    </Callout>
  );
}
