import { CircleAlert, Lock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type PasswordFormProps = {
  /** Of the page that it opens. */
  path: string;
  /** Why the last try failed: "wrong", or the code of an error. Empty for none. */
  problem: string;
};

const PROBLEMS: Readonly<Record<string, string>> = {
  wrong: "This is not the password. Check it with whoever sent you the link.",
  rate_limited: "Too many attempts. Wait 15 minutes, then try again.",
};

/** Says nothing of what is behind it. Sent as it is, so that it works before any script has loaded. */
export function PasswordForm({ path, problem }: PasswordFormProps) {
  const message = problem ? (PROBLEMS[problem] ?? "That did not work. Try again.") : null;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-6 py-16">
      <Lock aria-hidden className="size-6 text-ink-3" />
      <h1 className="mt-3 font-serif text-title">This page asks for a password</h1>
      <form method="post" action={`${path}/password`} className="mt-6 flex flex-col gap-4">
        {message ? (
          <p
            role="alert"
            id="password-problem"
            className="flex gap-2 rounded-md bg-bad-soft px-3 py-2.5 text-13 text-bad"
          >
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {message}
          </p>
        ) : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="password">Password</Label>
          <Input
            id="password"
            name="password"
            type="password"
            required
            autoFocus
            autoComplete="off"
            aria-invalid={message ? true : undefined}
            aria-describedby={message ? "password-problem" : undefined}
          />
        </div>
        <Button type="submit" variant="primary">
          Open
        </Button>
      </form>
    </main>
  );
}
