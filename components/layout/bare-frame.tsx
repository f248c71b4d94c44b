import Link from "next/link";
import type { ReactNode } from "react";

/** A page outside the shell: the name on top, one thing in the middle. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b px-4 py-3 md:px-7">
        <Link href="/" className="rounded-sm font-serif text-xl font-semibold tracking-tight">
          Broadsheet
        </Link>
      </header>
      <main className="flex flex-1 items-center justify-center">{children}</main>
    </div>
  );
}
