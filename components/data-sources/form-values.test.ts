import { describe, expect, it } from "vitest";
import { CreateDataSourceInput } from "@/lib/data-sources/schemas";
import { NEW_FILES, newServer, portFor, ServerFormInput, usualTls } from "./form-values";

describe("a new source", () => {
  it("has TLS and the port of its kind", () => {
    expect(newServer("POSTGRESQL").settings).toMatchObject({ port: 5432, tls: "require" });
    expect(newServer("MYSQL").settings).toMatchObject({ port: 3306, tls: "require" });
    expect(newServer("CLICKHOUSE").settings).toMatchObject({ port: 8443, tls: "require" });
  });

  it("is what the server takes, once it is filled in", () => {
    const values = newServer("MYSQL");
    const settings = { ...values.settings, host: "db.example.com", database: "shop", user: "reader" };
    const filled = { ...values, name: "Shop", settings };
    expect(ServerFormInput.safeParse(filled).success).toBe(true);
    expect(CreateDataSourceInput.parse({ kind: "MYSQL", ...filled })).toMatchObject({ exportRowLimit: null });
    expect(CreateDataSourceInput.safeParse({ kind: "FILES", ...NEW_FILES, name: "Files" }).success).toBe(
      true,
    );
  });
});

describe("usualTls", () => {
  it("is off on this machine alone", () => {
    for (const host of ["localhost", " LOCALHOST ", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])
      expect([host, usualTls(host)]).toEqual([host, "disable"]);
    for (const host of ["db.example.com", "localhost.example.com", "10.0.0.1", "1127.0.0.1", ""])
      expect([host, usualTls(host)]).toEqual([host, "require"]);
  });
});

describe("portFor", () => {
  it("follows TLS until somebody chose a port", () => {
    expect(portFor("CLICKHOUSE", { before: "require", after: "disable" }, 8443)).toBe(8123);
    expect(portFor("CLICKHOUSE", { before: "disable", after: "verify" }, 8123)).toBe(8443);
    expect(portFor("CLICKHOUSE", { before: "require", after: "disable" }, 9443)).toBe(9443);
    expect(portFor("POSTGRESQL", { before: "require", after: "disable" }, 5432)).toBe(5432);
    expect(portFor("POSTGRESQL", { before: "require", after: "disable" }, null)).toBe(null);
  });
});
