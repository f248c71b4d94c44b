"use client";

import type { ListSummary } from "@/lib/distribution/schemas";
import { FormSection } from "./form-section";
import { RecipientsField } from "./recipients-field";

export function WhoSection({ lists }: { lists: readonly ListSummary[] }) {
  return (
    <FormSection
      title="Who"
      description="Everybody gets a mail of their own; nobody sees the other addresses. Each address receives it once."
    >
      <RecipientsField lists={lists} />
    </FormSection>
  );
}
