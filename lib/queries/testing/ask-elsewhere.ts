import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RequestContext } from "@/lib/context";

export type Asking = {
  context: Omit<RequestContext, "now" | "signal">;
  now: string;
  queryId: string;
  count: number;
};
export type Outcome = { first: string; fromCache: boolean } | { error: string };

const SCRIPT = fileURLToPath(new URL("./asker-process.ts", import.meta.url));

/** Another process of the product that asks a saved query `count` times at once. */
export function askElsewhere(
  { now, workspace, actor, requestId }: RequestContext,
  queryId: string,
  count = 1,
): { outcomes: Promise<Outcome[]>; kill(): void } {
  const asking: Asking = {
    context: { workspace, actor, requestId },
    now: now().toISOString(),
    queryId,
    count,
  };
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, JSON.stringify(asking)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  const outcomes = new Promise<Outcome[]>((resolve, reject) => {
    child.once("close", (code, signalName) =>
      code === 0
        ? resolve(JSON.parse(output))
        : reject(new Error(`The asker ended with ${code ?? signalName}.`)),
    );
  });
  // A killed one is waited for by nobody.
  outcomes.catch(() => undefined);
  return { outcomes, kill: () => void child.kill("SIGKILL") };
}
