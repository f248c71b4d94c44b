"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { NewPublicLink } from "@/lib/dashboards/links/schemas";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { CopyField } from "./copy-field";
import { frameSnippet, signingSnippet } from "./embed-snippets";

type ToldOnceProps = {
  made: NewPublicLink;
  dashboard: { name: string; firstFilter: string | undefined };
  onDone: () => void;
};

/** The address of a new link: it is not kept, so that it must be taken along now. */
export function ToldOnce({ made: { link, address, signing }, dashboard, onDone }: ToldOnceProps) {
  return (
    <section aria-label={`The new link “${link.name}”`} className="flex flex-col gap-5">
      <div ref={focusOnMount} tabIndex={-1} className="outline-none">
        <Callout tone="good" title="The link is open.">
          Copy it now: for your readers’ safety it is not kept here and cannot be shown again.
        </Callout>
      </div>
      {signing ? (
        <>
          <CopyField
            label="Frame for your page"
            text={frameSnippet(address, dashboard.name)}
            isCode
            hint="Put ?theme=dark or ?theme=light at the end of the address to fit your page; without it the frame follows the visitor’s system."
          />
          <CopyField
            label="Signing on your server"
            text={signingSnippet(signing, address, dashboard.firstFilter ?? "filter")}
            isCode
            hint="To show each visitor their own part, sign an address for each: values hold filters, and nobody can change them."
          />
        </>
      ) : (
        <CopyField label="Address" text={address} />
      )}
      <div>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </section>
  );
}
