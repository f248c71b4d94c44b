import { expect, it } from "vitest";
import type { ServerSettings } from "@/lib/data-sources/schemas";
import { requirePasswordForMove } from "@/lib/data-sources/stored-password";

const settings = (changes: Partial<ServerSettings> = {}): ServerSettings => ({
  host: "db.example.com",
  port: 5432,
  database: "shop",
  user: "reader",
  tls: "verify",
  caCertificate: "-----BEGIN CERTIFICATE----- one",
  ...changes,
});

it.each<[string, Partial<ServerSettings>]>([
  ["host", { host: "attacker.example" }],
  ["port", { port: 5433 }],
  ["user", { user: "other" }],
  ["less TLS", { tls: "require" }],
  ["none", { tls: "disable" }],
  ["authority", { caCertificate: "-----BEGIN CERTIFICATE----- another" }],
  ["any public authority", { caCertificate: "" }],
])("a stored password is not sent to another %s", (_, changes) => {
  expect(() => requirePasswordForMove(settings(), settings(changes))).toThrow(/Enter the password again/);
});

it("is sent where it was entered for, and more safely", () => {
  expect(() => requirePasswordForMove(settings(), settings({ database: "other" }))).not.toThrow();
  const open = settings({ tls: "disable", caCertificate: "" });
  expect(() => requirePasswordForMove(open, settings())).not.toThrow();
});
