import type { ReactNode } from "react";
import type { VisualKind } from "@/lib/charts/spec";

/** A small drawing of a kind, in the colour of its words: strong parts filled, the others pale. */
export function KindThumbnail({ kind }: { kind: VisualKind }) {
  return (
    <svg
      viewBox="0 0 48 28"
      aria-hidden
      className="h-7 w-12"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {DRAWINGS[kind]}
    </svg>
  );
}

type BarProps = { x: number; y: number; width?: number; height: number; pale?: boolean };

function Block({ x, y, width = 6, height, pale = false }: BarProps) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={0.5}
      fill="currentColor"
      stroke="none"
      opacity={pale ? 0.35 : 0.85}
    />
  );
}

const FLOOR = <path d="M2 26h44" strokeWidth={1} opacity={0.5} />;
const heights = [10, 16, 12, 20, 15];
const bars = heights.map((height, index) => (
  <Block key={index} x={4 + index * 9} y={26 - height} height={height} />
));

const DRAWINGS = {
  metric: (
    <>
      <Block x={8} y={6} width={22} height={7} />
      <Block x={8} y={18} width={14} height={3} pale />
      <path d="M30 20l5-3 4 1 5-6" strokeWidth={1} />
    </>
  ),
  line: (
    <>
      {FLOOR}
      <path d="M3 21l10-7 9 4 11-11 12 5" />
    </>
  ),
  bar: (
    <>
      {FLOOR}
      {bars}
    </>
  ),
  area: (
    <>
      <path d="M3 26v-6l11-7 10 5 10-10 11 4v14z" fill="currentColor" stroke="none" opacity={0.35} />
      <path d="M3 20l11-7 10 5 10-10 11 4" />
    </>
  ),
  combo: (
    <>
      {FLOOR}
      <g opacity={0.45}>{bars}</g>
      <path d="M5 12l10-5 9 6 9-9 10 3" />
    </>
  ),
  pie: (
    <>
      <circle cx={24} cy={14} r={9} strokeWidth={6} opacity={0.35} />
      <path d="M24 5a9 9 0 0 1 7.8 13.5" strokeWidth={6} strokeLinecap="butt" />
    </>
  ),
  scatter: (
    <>
      <path d="M4 2v24h42" strokeWidth={1} opacity={0.5} />
      {[
        [11, 19, 2],
        [17, 15, 3],
        [24, 17, 2],
        [29, 9, 4],
        [38, 12, 2],
        [42, 5, 2.5],
      ].map(([x, y, r]) => (
        <circle key={x} cx={x} cy={y} r={r} fill="currentColor" stroke="none" opacity={0.7} />
      ))}
    </>
  ),
  funnel: (
    <>
      <Block x={4} y={3} width={40} height={6} />
      <Block x={11} y={11} width={26} height={6} />
      <Block x={17} y={19} width={14} height={6} />
    </>
  ),
  heatmap: (
    <>
      {[0.2, 0.5, 0.9, 0.6, 0.35, 0.8, 0.6, 0.3, 0.15, 0.45, 0.7, 0.25].map((opacity, index) => (
        <rect
          key={index}
          x={6 + (index % 4) * 9}
          y={2 + Math.floor(index / 4) * 8}
          width={8}
          height={7}
          fill="currentColor"
          stroke="none"
          opacity={opacity}
        />
      ))}
    </>
  ),
  gauge: (
    <>
      <path d="M9 23a15 15 0 0 1 30 0" strokeWidth={6} strokeLinecap="butt" opacity={0.35} />
      <path d="M9 23a15 15 0 0 1 21-13.7" strokeWidth={6} strokeLinecap="butt" />
    </>
  ),
  table: (
    <>
      <Block x={5} y={3} width={38} height={4} />
      {[10, 15, 20].map((y) => (
        <g key={y}>
          <Block x={5} y={y} width={18} height={2.5} pale />
          <Block x={33} y={y} width={10} height={2.5} pale />
        </g>
      ))}
    </>
  ),
  pivot: (
    <>
      <Block x={17} y={3} width={26} height={4} />
      <Block x={5} y={10} width={9} height={14} />
      {[10, 15, 20].flatMap((y) =>
        [17, 27, 37].map((x) => <Block key={`${x} ${y}`} x={x} y={y} width={6} height={2.5} pale />),
      )}
    </>
  ),
} as const satisfies Record<VisualKind, ReactNode>;
