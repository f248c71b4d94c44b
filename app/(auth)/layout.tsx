import type { ReactNode } from "react";
import { EditorialPanel } from "@/components/auth/editorial-panel";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[1.15fr_1fr]">
      <EditorialPanel />
      <div className="flex min-h-dvh flex-col px-6 py-8 sm:px-10">
        <header className="lg:hidden">
          <p className="font-serif text-xl font-semibold tracking-tight">Broadsheet</p>
        </header>
        <main className="flex flex-1 items-center justify-center py-8">{children}</main>
      </div>
    </div>
  );
}
