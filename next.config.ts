import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

/**
 * What pages may load: our own origin alone. Inline scripts are Next's own and the theme's, which runs before the
 * first paint; inline styles are the charts'. The development server evaluates modules and talks by socket.
 */
function pagePolicy(isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // An address may hold the key to a file: no other site is told it.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** Not what is below /files: a policy here would take the place of the stricter one that its pages bring. */
const PAGES = "/((?!api/|files/).*)";

export default function config(phase: string): NextConfig {
  const policy = pagePolicy(phase === PHASE_DEVELOPMENT_SERVER);
  return {
    poweredByHeader: false,
    headers: async () => [
      { source: "/:path*", headers: EVERYWHERE },
      { source: PAGES, headers: [{ key: "Content-Security-Policy", value: policy }] },
      {
        source: "/api/:path*",
        headers: [{ key: "Content-Security-Policy", value: "frame-ancestors 'none'" }],
      },
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
