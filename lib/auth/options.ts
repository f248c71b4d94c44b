import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { clientAddress } from "./client-address";
import { verifySignIn } from "./verify-sign-in";

const SESSION_DAYS = 14;

/** NextAuth's settings, made per call so that importing them needs no environment. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().authSecret,
    // By the address that people use; what this server is asked by may be a proxy without TLS.
    useSecureCookies: env().appUrl.startsWith("https://"),
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, addressOf(request.headers)),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) {
          token.sub = user.id;
          token.sessionVersion = (user as { sessionVersion?: number }).sessionVersion;
        }
        return token;
      },
      session({ session, token }) {
        return { ...session, userId: token.sub, sessionVersion: token.sessionVersion };
      },
    },
  };
}

async function authorize(credentials: Record<string, string> | undefined, address: string) {
  try {
    return await verifySignIn(
      { email: credentials?.email ?? "", password: credentials?.password ?? "", address },
      new Date(),
    );
  } catch (error) {
    // NextAuth puts the message into the redirect: a code, which the sign-in page turns into words.
    throw new Error(error instanceof AppError ? error.code : "internal", { cause: error });
  }
}

function addressOf(headers: Record<string, string | string[] | undefined> | undefined): string {
  return clientAddress(headers?.["x-forwarded-for"]?.toString());
}
