import { cookies, headers } from "next/headers";
import { clientAddress } from "@/lib/auth/client-address";
import { env } from "@/lib/env";
import { newRequestId } from "./request-id";

/** The cookie with the pass of a link; its path is the link's, so that each link has its own. */
const PASS_COOKIE = "link_pass";

/** For the page at `path` and what is below it. */
export function passCookie(pass: string, { path, hours }: { path: string; hours: number }) {
  const secure = env().appUrl.startsWith("https://") ? "; Secure" : "";
  return {
    "set-cookie": `${PASS_COOKIE}=${pass}; Path=${path}; Max-Age=${hours * 3600}; HttpOnly; SameSite=Strict${secure}`,
  };
}

/** Somebody who opens an address without a session: nothing of theirs is read but the pass of this link. */
export async function visitOf(now: () => Date, request?: Request) {
  const pass = (await cookies()).get(PASS_COOKIE)?.value;
  return { now, requestId: newRequestId(), signal: request?.signal, pass };
}

/** Where they are, for limits. */
export async function visitorAddress(): Promise<string> {
  return clientAddress((await headers()).get("x-forwarded-for") ?? undefined);
}
