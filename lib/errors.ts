/**
 * The errors a verb may throw. Every code has one HTTP status in `STATUS_BY_CODE`; a new code without a
 * status does not compile. Messages are shown to people: what is wrong, with what value, what to do.
 */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "limit_reached"
  | "rate_limited"
  | "source_unreachable"
  | "query_failed"
  | "query_timeout"
  | "cancelled"
  | "link_invalid"
  | "storage_failed"
  | "mail_failed"
  | "render_failed"
  | "internal";

export const STATUS_BY_CODE = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 422,
  conflict: 409,
  limit_reached: 409,
  rate_limited: 429,
  source_unreachable: 502,
  query_failed: 422,
  query_timeout: 504,
  cancelled: 499,
  link_invalid: 410,
  storage_failed: 507,
  mail_failed: 502,
  render_failed: 500,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** Extra facts for the interface: which field, which position. Never secrets: these travel to the browser. */
export type ErrorDetails = {
  /** Field path to sentence, e.g. `{ "cron": "..." }`; forms show them beside the field. */
  fields?: Record<string, string>;
  /** Character offset (1-based) into the SQL text the person wrote. */
  position?: number;
  /** Which part failed, e.g. "resolve", "connect", "sign in". */
  step?: string;
  [key: string]: unknown;
};

/** Marks our errors over bundles: one process may hold this module more than once, each with its own class. */
const BRAND = Symbol.for("broadsheet.AppError");

export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== AppError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && BRAND in value;
  }
  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return STATUS_BY_CODE[this.code];
  }
}

export class UnauthenticatedError extends AppError {
  constructor(message = "Sign in to continue.") {
    super("unauthenticated", message);
  }
}

export class ForbiddenError extends AppError {
  constructor(
    message = "You do not have permission to do this. An admin of the workspace can give it to you.",
  ) {
    super("forbidden", message);
  }
}

/** A foreign id and a missing id read alike. */
export class NotFoundError extends AppError {
  constructor(noun: string) {
    super("not_found", `This ${noun} does not exist, or you cannot see it.`);
  }
}

export class InvalidInputError extends AppError {
  constructor(message: string, details: ErrorDetails = {}) {
    super("invalid_input", message, details);
  }
}

export class ConflictError extends AppError {
  constructor(message: string, details: ErrorDetails = {}) {
    super("conflict", message, details);
  }
}

export class RateLimitedError extends AppError {
  constructor(message: string) {
    super("rate_limited", message);
  }
}

/** What crosses to the browser: no stack, no cause. */
export type ErrorBody = { code: ErrorCode; message: string; details: ErrorDetails; requestId?: string };

/** Makes an exhaustive switch: adding a member to a union lights up every place that needs work. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
