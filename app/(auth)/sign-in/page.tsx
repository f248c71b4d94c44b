import type { Metadata } from "next";
import { cookies } from "next/headers";
import { CSRF_COOKIES, csrfTokenOf } from "@/components/auth/csrf-token";
import { SignInForm } from "@/components/auth/sign-in-form";
import { demoAccountsForSignIn } from "@/lib/auth";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const jar = await cookies();
  const csrfCookie = CSRF_COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  return (
    <SignInForm
      callbackUrl={typeof callbackUrl === "string" ? callbackUrl : undefined}
      errorCode={typeof error === "string" ? error : undefined}
      csrfToken={csrfTokenOf(csrfCookie)}
      demoAccounts={await demoAccountsForSignIn()}
    />
  );
}
