import type { ReactNode } from "react";
import { cn } from "@/lib/utils/cn";

type TemplateShelvesProps = {
  /** Cards of what people of the workspace offer; without any there is no shelf for them. */
  own: ReactNode[];
  /** Cards of what comes with the product. */
  product: ReactNode[];
  /** How many cards stand side by side. */
  className: string;
};

/** Templates of the workspace before those that come with the product. */
export function TemplateShelves({ own, product, className }: TemplateShelvesProps) {
  return (
    <>
      {own.length > 0 ? (
        <Shelf title="Of this workspace" className={className}>
          {own}
        </Shelf>
      ) : null}
      <Shelf title="For any table" className={className}>
        {product}
      </Shelf>
    </>
  );
}

function Shelf({ title, className, children }: { title: string; className: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-3 font-serif text-lg">{title}</h2>
      <ul className={cn("grid", className)}>{children}</ul>
    </section>
  );
}
