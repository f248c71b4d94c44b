import { Button } from "@/components/ui/button";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { Progress } from "@/components/ui/progress";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";

type LoadProgressProps = { load: FileLoadDto; isCancelling: boolean; onCancel: () => void };

/** While the rows are on their way. It goes on without the page. */
export function LoadProgress({ load, isCancelling, onCancel }: LoadProgressProps) {
  const isWaiting = load.state === "REQUESTED";
  return (
    <section
      ref={focusOnMount}
      tabIndex={-1}
      aria-label="Loading the file"
      className="flex flex-col gap-3 rounded-lg border bg-card p-4 focus-visible:outline-none"
    >
      <h2 className="font-serif text-lg">{isWaiting ? "Waiting for its turn" : "Loading"}</h2>
      <Progress label="Loading" value={load.progress} max={100} text={`${load.progress} %`} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-13 text-ink-2">
          {isWaiting ? "Files are loaded one after the other. " : ""}
          You can leave this page: you are told when it is done.
        </p>
        <Button loading={isCancelling} onClick={onCancel}>
          Cancel loading
        </Button>
      </div>
    </section>
  );
}
