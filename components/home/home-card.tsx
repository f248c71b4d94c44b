import Link from "next/link";
import { type ReactNode, useId } from "react";
import { Card, CardAction, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

type HomeCardProps = {
  title: string;
  /** Where everything of its kind stands. */
  all?: { href: string; label: string };
  children: ReactNode;
};

/** A column of the front page. */
export function HomeCard({ title, all, children }: HomeCardProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <CardTitle id={id}>{title}</CardTitle>
        {all ? (
          <CardAction>
            <Link href={all.href} className="rounded-sm hover:text-ink hover:underline">
              {all.label}
            </Link>
          </CardAction>
        ) : null}
      </CardHeader>
      <CardContent className="pt-1 text-13">{children}</CardContent>
    </Card>
  );
}

export const homeRowClasses = "border-b border-rule py-2.5 last:border-b-0";
