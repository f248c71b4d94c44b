import type { ReactNode } from "react";

type DrawingProps = {
  width: number;
  height: number;
  summary: string;
  interactive: boolean;
  children: ReactNode;
};

/** The frame of a chart that is drawn without Recharts. On the screen it is one picture with a name. */
export function Drawing({ width, height, summary, interactive, children }: DrawingProps) {
  const named = interactive ? { role: "img", "aria-label": summary } : {};
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ display: "block" }}
      {...named}
    >
      {children}
    </svg>
  );
}
