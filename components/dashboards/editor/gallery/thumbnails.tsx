import type { ReactNode } from "react";
import type { ContentKind } from "@/lib/charts/content-spec";
import { KindThumbnail } from "@/components/figures/kind-thumbnail";
import { isContentKind, type OfferedKind } from "./offered-kinds";

const word = { fill: "currentColor", stroke: "none" } as const;

/** In the manner of `KindThumbnail`, for what is not drawn from rows. */
const DRAWINGS = {
  text: (
    <>
      <rect x={6} y={4} width={17} height={4} rx={1} opacity={0.85} {...word} />
      {[34, 36, 30, 20].map((width, index) => (
        <rect key={width} x={6} y={12 + index * 4} width={width} height={1.5} opacity={0.35} {...word} />
      ))}
    </>
  ),
  image: (
    <>
      <rect x={7} y={3} width={34} height={22} rx={2} />
      <circle cx={16} cy={10} r={2.5} opacity={0.5} />
      <path d="M7 21l9-6 7 5 8-9 10 9" />
    </>
  ),
  insight: (
    <>
      <path d="M4 22l8-2 8 1 8-2 8-12 8 3" />
      <circle cx={36} cy={7} r={3.5} strokeWidth={1} opacity={0.5} />
    </>
  ),
  prediction: (
    <>
      <path d="M26 15l18-11v14z" opacity={0.25} {...word} />
      <path d="M4 22l8-5 7 2 7-4" />
      <path d="M26 15l18-5" strokeDasharray="3 2.5" />
    </>
  ),
  alerts: [0, 1, 2].map((row) => (
    <g key={row} {...word}>
      <circle cx={9} cy={6 + row * 8} r={2.5} opacity={row === 0 ? 0.85 : 0.35} />
      <rect x={15} y={5 + row * 8} width={26 - row * 5} height={2} opacity={0.35} />
    </g>
  )),
} as const satisfies Record<ContentKind, ReactNode>;

/** What a kind of widget looks like, twice as large as where a kind is merely changed. */
export function Thumbnail({ kind }: { kind: OfferedKind }) {
  return (
    <span className="text-accent [&>svg]:h-14 [&>svg]:w-24">
      {isContentKind(kind) ? (
        <svg
          viewBox="0 0 48 28"
          aria-hidden
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        >
          {DRAWINGS[kind]}
        </svg>
      ) : (
        <KindThumbnail kind={kind} />
      )}
    </span>
  );
}
