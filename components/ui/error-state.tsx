import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import type { ErrorBody } from "@/lib/errors";
import { Button } from "./button";
import { CopyReference } from "./copy-reference";
import { EmptyState, type StateLayout } from "./empty-state";
import { ERROR_COPY } from "./error-copy";

type ErrorStateProps = Pick<StateLayout, "size" | "headingLevel" | "className"> & {
  /** The error as it came from the server; the other texts win over what it says. */
  error?: ErrorBody;
  /** What happened. */
  title?: string;
  /** Why. */
  message?: ReactNode;
  /** What to do. */
  advice?: ReactNode;
  /** What support needs to find it in the log. */
  requestId?: string;
  onRetry?: () => void;
  retrying?: boolean;
  /** Beside or instead of "Try again", e.g. a link back to the list. */
  action?: ReactNode;
};

/** What happened, why, what to do, and the reference to give to whoever helps. */
export function ErrorState({ error, onRetry, retrying, action, ...props }: ErrorStateProps) {
  const copy = ERROR_COPY[error?.code ?? "internal"];
  const message = props.message ?? error?.message;
  const requestId = props.requestId ?? error?.requestId;
  const canRetry = onRetry && (error === undefined || copy.retry);
  return (
    <div role="alert">
      <EmptyState
        size={props.size}
        headingLevel={props.headingLevel}
        className={props.className}
        icon={<CircleAlert className="text-bad" />}
        title={props.title ?? copy.title}
        description={
          <>
            {message ? <p className="break-words">{message}</p> : null}
            <p className={message ? "mt-1" : undefined}>{props.advice ?? copy.advice}</p>
            {requestId ? <CopyReference value={requestId} /> : null}
          </>
        }
        action={
          canRetry || action ? (
            <>
              {canRetry ? (
                <Button onClick={onRetry} loading={retrying}>
                  <RotateCw aria-hidden />
                  Try again
                </Button>
              ) : null}
              {action}
            </>
          ) : undefined
        }
      />
    </div>
  );
}
