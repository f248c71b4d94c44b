import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  images: { unoptimized: true },
  experimental: {
    authInterrupts: true,
    // Read back at a second start, it makes the browser reload without end.
    turbopackFileSystemCacheForDev: false,
  },
  // Native or worker-loading packages must be required from node_modules, not bundled.
  serverExternalPackages: ["pg", "@resvg/resvg-js", "fontkit", "@react-pdf/renderer", "esbuild"],
};

export default config;
