"use client";

import { PlugZap } from "lucide-react";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { attempt } from "@/components/forms/attempt";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ConnectionTest } from "@/lib/data-sources/schemas";
import type { ActionResult } from "@/lib/http/action-result";
import { ConnectionSteps } from "./connection-steps";
import type { ServerValues } from "./form-values";

type ConnectionTesterProps = {
  form: ActionForm<ServerValues>;
  test: (values: ServerValues) => Promise<ActionResult<ConnectionTest>>;
};

type Outcome = { of: string; result: ActionResult<ConnectionTest> };

/** Tries what stands in the form, without saving it. The answer goes away when what it was about changes. */
export function ConnectionTester({ form, test }: ConnectionTesterProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [pending, setPending] = useState(false);
  const [settings, password] = useWatch({ control: form.control, name: ["settings", "password"] });
  const tried = JSON.stringify([settings, password]);
  const shown = outcome?.of === tried ? outcome.result : null;

  async function run() {
    if (!(await form.methods.trigger(["settings", "password"], { shouldFocus: true }))) return;
    setPending(true);
    const result = await attempt(test(form.methods.getValues()));
    setPending(false);
    setOutcome({ of: tried, result });
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button onClick={run} loading={pending}>
        <PlugZap aria-hidden />
        Test connection
      </Button>
      <div aria-live="polite" className="w-full empty:hidden">
        {pending ? <p className="text-13 text-ink-2">Trying the connection, at most a few seconds…</p> : null}
        {!pending && shown ? <Answer result={shown} /> : null}
      </div>
    </div>
  );
}

function Answer({ result }: { result: ActionResult<ConnectionTest> }) {
  if (!result.ok)
    return (
      <Callout tone="bad" title="Not tested.">
        {result.error.message}
      </Callout>
    );
  return (
    <div className="flex flex-col gap-3 rounded-lg border bg-card p-4">
      <ConnectionSteps test={result.data} />
      {result.data.ok ? null : (
        <p className="text-13 text-ink-2">
          You can save it as it is: dashboards and reports will say that it cannot be reached.
        </p>
      )}
    </div>
  );
}
