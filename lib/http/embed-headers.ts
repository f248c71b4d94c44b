import { env } from "@/lib/env";
import { pagePolicy } from "./page-policy";

/** For a page inside a frame of these sites; of none, when there are none. */
export function embedHeaders(sites: readonly string[]): Record<string, string> {
  return {
    "content-security-policy": pagePolicy(env().isDevelopment, sites),
    ...(sites.length === 0 ? { "x-frame-options": "DENY" } : {}),
  };
}
