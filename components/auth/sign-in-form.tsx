"use client";

import { CircleAlert } from "lucide-react";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type DemoAccount, DemoSignIns } from "./demo-sign-ins";
import { signIn } from "./sign-in";
import { signInMessage } from "./sign-in-messages";

export type SignInFormProps = {
  /** Where to go afterwards; only paths of this site are followed. */
  callbackUrl?: string;
  /** NextAuth's `error` of the address, when it sent the reader back here. */
  errorCode?: string;
  /** Lets the form work before the page's script has loaded. */
  csrfToken?: string;
  demoAccounts?: readonly DemoAccount[];
};

/** Sent as it is, the form posts to NextAuth itself: never a password in the address, with or without script. */
export function SignInForm({ callbackUrl, errorCode, csrfToken, demoAccounts = [] }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState(errorCode);
  const [pending, startTransition] = useTransition();
  const hydrated = useHydrated();
  const message = signInMessage(code);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const credentials = { email: String(fields.get("email")), password: String(fields.get("password")) };
    startTransition(async () => {
      const outcome = await signIn(credentials, callbackUrl);
      // A whole new page: nothing read as somebody else may stay in memory.
      if (outcome.ok) window.location.assign(outcome.path);
      else {
        setCode(outcome.code);
        form.current?.querySelector<HTMLInputElement>("input[name=password]")?.select();
      }
    });
  }

  function fill(account: DemoAccount) {
    const element = form.current;
    if (!element) return;
    for (const name of ["email", "password"] as const) {
      const input = element.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = account[name];
    }
    setCode(undefined);
    element.querySelector<HTMLButtonElement>("button[type=submit]")?.focus();
  }

  return (
    <div className="w-full max-w-sm">
      <h1 className="font-serif text-title">Sign in</h1>
      <form
        ref={form}
        method="post"
        action="/api/auth/callback/credentials"
        onSubmit={submit}
        className="mt-6 flex flex-col gap-4"
      >
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={callbackUrl ?? "/"} />
        <div role="alert" id="sign-in-error">
          {message ? (
            <p className="flex gap-2 rounded-md bg-bad-soft px-3 py-2.5 text-13 text-bad">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {message}
            </p>
          ) : null}
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="sign-in-email">E-mail</Label>
          <Input
            id="sign-in-email"
            name="email"
            type="email"
            autoComplete="username"
            required
            aria-describedby="sign-in-error"
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="sign-in-password">Password</Label>
          <Input
            id="sign-in-password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby="sign-in-error"
          />
        </div>
        {/* Pressed before the script runs, it would post without NextAuth's token and come back unheard. */}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={pending}
          disabled={!hydrated}
          className="mt-2"
        >
          Sign in
        </Button>
      </form>
      {demoAccounts.length > 0 ? <DemoSignIns accounts={demoAccounts} onChoose={fill} /> : null}
    </div>
  );
}
