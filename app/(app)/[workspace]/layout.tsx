import type { ReactNode } from "react";
import { WorkspaceFrame } from "../workspace-frame";

type LayoutProps = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function WorkspaceLayout({ children, params }: LayoutProps) {
  return <WorkspaceFrame slug={(await params).workspace}>{children}</WorkspaceFrame>;
}
