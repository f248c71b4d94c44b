import { forbidden, notFound } from "next/navigation";
import { ZodError } from "zod";
import { AppError } from "@/lib/errors";

/** Calls a verb for a page: what is missing shows the "not found" page, what is not allowed "no permission". */
export async function pageData<T>(verb: () => Promise<T>): Promise<T> {
  try {
    return await verb();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof AppError && error.code === "forbidden") forbidden();
    // An address that holds no id leads nowhere, like one whose id is unknown.
    if (error instanceof ZodError) notFound();
    throw error;
  }
}
