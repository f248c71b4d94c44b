import { PASS_HOURS, unlockPublicLink } from "@/lib/dashboards";
import { AppError } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/http/same-origin";
import { passCookie, visitOf, visitorAddress } from "@/lib/http/visit";

const now = () => new Date();

type RouteContext = { params: Promise<{ token: string }> };

/** The form of a page with a password: works before any script has loaded, and puts nothing into the address. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const { token } = await params;
  const page = `/share/${encodeURIComponent(token)}`;
  try {
    requireSameOrigin(request);
    const password = String((await request.formData()).get("password") ?? "");
    const address = await visitorAddress();
    const pass = await unlockPublicLink({ token, password, address }, await visitOf(now, request));
    return back(
      pass === null ? `${page}?problem=wrong` : page,
      pass === null ? {} : passCookie(pass, { path: page, hours: PASS_HOURS }),
    );
  } catch (error) {
    if (error instanceof AppError) return back(`${page}?problem=${error.code}`);
    throw error;
  }
}

/** By a path alone: behind a proxy this server does not know its own name. */
const back = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store", ...headers } });
