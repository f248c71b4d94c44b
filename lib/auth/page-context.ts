import { notFound, redirect } from "next/navigation";
import type { RequestContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requestContext } from "./request-context";

/** For pages: sends people who are not signed in to the sign-in page, and strangers to "not found". */
export async function pageContext(
  params: Promise<{ workspace: string }>,
  path = "",
): Promise<RequestContext> {
  const { workspace } = await params;
  try {
    return await requestContext(workspace);
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated")
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/${workspace}${path}`)}`);
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
