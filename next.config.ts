import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";
import { pagePolicy } from "./lib/http/page-policy";
import { PICTURE_POLICY } from "./lib/http/picture-policy";

const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // An address may hold the key to a file: no other site is told it.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** Everything but what is made to be shown by other sites, which proxy.ts speaks for. */
const UNFRAMED = "/((?!embed/).*)";

const PICTURES = ["/api/v1/pictures/:path+", "/(share|embed)/:address/pictures/:path+"];

/**
 * Not what is below /files: a policy here would take the place of the stricter one that its pages bring. Nor scripts and
 * fonts, of which a page loads dozens.
 */
const PAGES = "/((?!api/|files/|embed/|_next/static/).*)";

export default function config(phase: string): NextConfig {
  const policy = pagePolicy(phase === PHASE_DEVELOPMENT_SERVER);
  return {
    poweredByHeader: false,
    headers: async () => [
      { source: "/:path*", headers: EVERYWHERE },
      { source: UNFRAMED, headers: [{ key: "X-Frame-Options", value: "DENY" }] },
      // What a link opens is for whoever has it: not for a search engine, nor for anybody's cache.
      {
        source: "/(share|embed)/:path*",
        headers: [
          { key: "X-Robots-Tag", value: "noindex, nofollow" },
          { key: "Cache-Control", value: "private, no-store" },
        ],
      },
      // Where nobody can say which sites may show it, none may.
      {
        source: "/embed/:address/:path+",
        headers: [{ key: "Content-Security-Policy", value: "frame-ancestors 'none'" }],
      },
      { source: PAGES, headers: [{ key: "Content-Security-Policy", value: policy }] },
      {
        source: "/api/:path*",
        headers: [{ key: "Content-Security-Policy", value: "frame-ancestors 'none'" }],
      },
      // Of several policies for an address the last one holds.
      ...PICTURES.map((source) => ({
        source,
        headers: [{ key: "Content-Security-Policy", value: PICTURE_POLICY }],
      })),
    ],
    turbopack: { root: import.meta.dirname },
    outputFileTracingRoot: import.meta.dirname,
    images: { unoptimized: true },
    // The development server would print the arguments of server actions, passwords among them.
    logging: { serverFunctions: false },
    experimental: {
      authInterrupts: true,
      // Read back at a second start, it makes the browser reload without end.
      turbopackFileSystemCacheForDev: false,
    },
    // Native or worker-loading packages must be required from node_modules, not bundled.
    serverExternalPackages: [
      "pg",
      "mysql2",
      "@clickhouse/client",
      "@duckdb/node-api",
      "@resvg/resvg-js",
      "fontkit",
      "@react-pdf/renderer",
      "esbuild",
    ],
  };
}
