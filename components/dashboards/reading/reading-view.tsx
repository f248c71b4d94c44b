"use client";

import { LayoutDashboard, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { onDemand } from "@/components/ui/on-demand";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { PresentButton } from "../live/present-button";
import type { WidgetScene } from "../screen-types";
import { DashboardBody } from "./dashboard-body";

const Presentation = onDemand(async () => (await import("../live/presentation")).Presentation);

type ReadingViewProps = {
  dashboard: DashboardDto;
  scene: WidgetScene;
  /** Beside the title. */
  status?: ReactNode;
  /** Before "Edit": what is seldom done, what others add. */
  tools?: ReactNode;
  /** The one thing most people do next. */
  action?: ReactNode;
  /** Above the figures: the period and the filters. */
  filters: ReactNode;
  /** null for people who may not edit it. */
  onEdit: (() => void) | null;
};

/** A dashboard as it is read: head, filters, tabs with their figures. */
export function ReadingView({ dashboard, scene, status, tools, action, filters, onEdit }: ReadingViewProps) {
  const [presenting, setPresenting] = useState(false);
  const { name, settings, widgets } = dashboard;
  const body = <DashboardBody settings={settings} widgets={widgets} scene={scene} />;
  return (
    <>
      <PageHeader
        title={name}
        description={dashboard.description || undefined}
        breadcrumbs={[{ label: "Dashboards", href: `/${scene.workspace}/dashboards` }]}
        status={status}
        secondaryActions={
          <>
            {tools}
            {widgets.length > 0 ? <PresentButton onPresent={() => setPresenting(true)} /> : null}
            {onEdit ? (
              <Button onClick={onEdit}>
                <Pencil aria-hidden />
                Edit
              </Button>
            ) : null}
          </>
        }
        action={action}
      />
      <PageBody>
        {widgets.length === 0 ? (
          <EmptyDashboard onEdit={onEdit} />
        ) : (
          <>
            {filters}
            {presenting ? (
              <Presentation title={name} tabs={settings.tabs} onLeave={() => setPresenting(false)}>
                {body}
              </Presentation>
            ) : (
              body
            )}
          </>
        )}
      </PageBody>
    </>
  );
}

function EmptyDashboard({ onEdit }: { onEdit: (() => void) | null }) {
  return (
    <EmptyState
      icon={<LayoutDashboard />}
      title="Nothing on it yet"
      description={
        onEdit
          ? "Add numbers, charts and tables from your queries, and drag them into place."
          : "Nobody has added a figure to this dashboard yet."
      }
      action={
        onEdit ? (
          <Button variant="primary" onClick={onEdit}>
            <Pencil aria-hidden />
            Start editing
          </Button>
        ) : undefined
      }
    />
  );
}
