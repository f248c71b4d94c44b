import type { ErrorCode } from "@/lib/errors";

type ErrorCopy = {
  title: string;
  /** What the reader can do now. */
  advice: string;
  /** Whether doing the same again can help. */
  retry: boolean;
};

/** The frame around an error's own message: a title and the next step. */
export const ERROR_COPY = {
  unauthenticated: {
    title: "You are signed out",
    advice: "Sign in and come back to this page.",
    retry: false,
  },
  forbidden: {
    title: "You cannot open this",
    advice: "An admin of the workspace can give you access.",
    retry: false,
  },
  not_found: { title: "Nothing here", advice: "Check the address, or go back to the list.", retry: false },
  invalid_input: { title: "Something does not fit", advice: "Change the value and try again.", retry: false },
  conflict: {
    title: "Someone was faster",
    advice: "Reload to see the newest version, then make your change again.",
    retry: true,
  },
  limit_reached: {
    title: "The limit is reached",
    advice: "Remove what you no longer need, or ask an admin to raise it.",
    retry: false,
  },
  rate_limited: { title: "Too many tries", advice: "Wait a minute, then try again.", retry: true },
  source_unreachable: {
    title: "The data source does not answer",
    advice: "Try again in a moment. If it stays like this, ask an admin to check the connection.",
    retry: true,
  },
  query_failed: {
    title: "The query failed",
    advice: "Open the query to see where it went wrong.",
    retry: true,
  },
  query_timeout: {
    title: "The query took too long",
    advice: "Choose a shorter period or fewer rows, then try again.",
    retry: true,
  },
  cancelled: { title: "Cancelled", advice: "Start it again when you need it.", retry: true },
  link_invalid: {
    title: "This link no longer works",
    advice: "Ask the person who sent it for a new one.",
    retry: false,
  },
  storage_failed: {
    title: "The file could not be stored",
    advice: "Try again. If it fails again, tell an admin.",
    retry: true,
  },
  mail_failed: {
    title: "The mail was not sent",
    advice: "Try again. If it fails again, tell an admin.",
    retry: true,
  },
  render_failed: {
    title: "The document could not be made",
    advice: "Try again. If it fails again, tell an admin.",
    retry: true,
  },
  internal: {
    title: "Something went wrong on our side",
    advice: "Try again. If it happens again, tell an admin and give them the reference.",
    retry: true,
  },
} as const satisfies Record<ErrorCode, ErrorCopy>;
