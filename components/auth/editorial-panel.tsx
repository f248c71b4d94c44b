import { FrontPageChart } from "./front-page-chart";

/** The left half of the pages one sees before signing in: what this is, in the manner of a front page. */
export function EditorialPanel() {
  return (
    <aside
      aria-label="About Broadsheet"
      className="relative hidden min-h-dvh flex-col justify-between overflow-hidden border-r bg-sunken lg:flex"
    >
      <div className="px-12 pt-10 xl:px-16">
        <p className="border-b-2 border-ink pb-3 font-serif text-xl font-semibold tracking-tight">
          Broadsheet
        </p>
        <p className="mt-1 border-t pt-2 text-xs text-ink-3">Business reporting, delivered</p>
      </div>
      <div className="px-12 py-10 xl:px-16">
        <p className="max-w-lg font-serif text-[2.75rem] leading-[1.08] tracking-tight text-balance text-ink xl:text-[3.25rem]">
          The figures, on the right desk, at the right hour.
        </p>
        <p className="mt-5 max-w-md text-base text-pretty text-ink-2">
          Dashboards and reports that arrive by themselves, with proof of who received what.
        </p>
      </div>
      <FrontPageChart className="h-[38dvh] w-full" />
    </aside>
  );
}
