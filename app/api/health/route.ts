import { checkHealth, type Health } from "@/lib/health";

export const dynamic = "force-dynamic";

/** Anybody may ask, and each check writes a file: one answer serves everybody who asks within this time. */
const KEPT_MS = 2000;
let latest: { at: number; health: Promise<Health> } | undefined;

export async function GET(): Promise<Response> {
  const now = new Date();
  if (!latest || now.getTime() - latest.at > KEPT_MS)
    latest = { at: now.getTime(), health: checkHealth(now) };
  const health = await latest.health;
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
