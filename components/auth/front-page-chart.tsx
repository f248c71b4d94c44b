import { cn } from "@/lib/utils/cn";

const WIDTH = 720;
const HEIGHT = 320;
const STEP = 40;
/** A year and a half of nothing in particular; the last four are the dotted outlook. */
const VALUES = [92, 104, 98, 121, 134, 128, 146, 139, 158, 171, 162, 184, 196, 189, 210, 222, 231, 246, 254];
const OUTLOOK = 4;
const TOP_VALUE = 300;

const y = (value: number) => HEIGHT - (value / TOP_VALUE) * HEIGHT;
const points = VALUES.map((value, index) => ({ x: index * STEP, y: y(value) }));
const path = (list: readonly { x: number; y: number }[]) =>
  list.map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y.toFixed(1)}`).join("");

const known = points.slice(0, points.length - OUTLOOK);
const outlook = points.slice(points.length - OUTLOOK - 1);
const today = known.at(-1) ?? { x: 0, y: HEIGHT };
const band = [
  ...outlook.map((point, index) => ({ x: point.x, y: point.y - index * 9 })),
  ...outlook.map((point, index) => ({ x: point.x, y: point.y + index * 9 })).reverse(),
];

/** A drawing, not data: the motif of the sign-in page. */
export function FrontPageChart({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMax slice"
      className={cn("block overflow-visible", className)}
    >
      {[60, 120, 180, 240].map((value) => (
        <line
          key={value}
          x1={0}
          x2={WIDTH}
          y1={y(value)}
          y2={y(value)}
          stroke="var(--rule-strong)"
          strokeWidth={0.75}
        />
      ))}
      {known.map((point, index) => (
        <rect
          key={point.x}
          x={point.x - 7}
          width={14}
          y={y((VALUES[index] ?? 0) * 0.34)}
          height={HEIGHT}
          fill={index === known.length - 1 ? "var(--accent)" : "var(--rule-strong)"}
        />
      ))}
      <path d={`${path(band)}Z`} fill="var(--accent)" opacity={0.12} />
      <path d={path(known)} fill="none" stroke="var(--ink)" strokeWidth={2} strokeLinejoin="round" />
      <path
        d={path(outlook)}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2}
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <line x1={today.x} x2={today.x} y1={today.y} y2={HEIGHT} stroke="var(--accent)" strokeWidth={0.75} />
      <circle cx={today.x} cy={today.y} r={4.5} fill="var(--accent)" stroke="var(--sunken)" strokeWidth={2} />
    </svg>
  );
}
