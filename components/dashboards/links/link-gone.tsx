import { Unlink } from "lucide-react";

/** One page for every address that opens nothing: nobody learns which ones once did. */
export function LinkGone() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-3 px-6 py-16 text-center">
      <Unlink aria-hidden className="size-8 text-ink-3" />
      <h1 className="font-serif text-title">This link opens nothing</h1>
      <p className="text-sm text-pretty text-ink-2">
        It may have expired or been withdrawn, or the address is not complete. Ask whoever sent it to you for
        a new one.
      </p>
    </main>
  );
}
