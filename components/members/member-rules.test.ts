import { describe, expect, it } from "vitest";
import type { MemberDto } from "@/lib/members/schemas";
import { lowersSelf, mayChange, mayDeactivate, rolesToGive } from "./member-rules";

const owner = { role: "OWNER", mayUpdate: true } as const;
const admin = { role: "ADMIN", mayUpdate: true } as const;
const viewer = { role: "VIEWER", mayUpdate: false } as const;

const member = (overrides: Partial<MemberDto> = {}): MemberDto => ({
  id: "m",
  userId: "u",
  name: "Kim",
  email: "kim@x.example",
  role: "EDITOR",
  jobRole: null,
  departmentName: null,
  lastSignInAt: null,
  deactivatedAt: null,
  isSelf: false,
  ...overrides,
});

describe("who changes whom", () => {
  it("only owners touch owners", () => {
    expect(mayChange(owner, member({ role: "OWNER" }))).toBe(true);
    expect(mayChange(admin, member({ role: "OWNER" }))).toBe(false);
    expect(mayChange(admin, member({ role: "ADMIN" }))).toBe(true);
    expect(mayChange(viewer, member({ role: "VIEWER" }))).toBe(false);
  });

  it("only owners make owners", () => {
    expect(rolesToGive(owner)).toContain("OWNER");
    expect(rolesToGive(admin)).toEqual(["ADMIN", "EDITOR", "VIEWER"]);
  });

  it("nobody switches themselves off, and nobody is switched off twice", () => {
    expect(mayDeactivate(owner, member())).toBe(true);
    expect(mayDeactivate(owner, member({ isSelf: true, role: "OWNER" }))).toBe(false);
    expect(mayDeactivate(owner, member({ deactivatedAt: "2026-11-20T00:00:00Z" }))).toBe(false);
  });

  it("giving up one's own rights is noticed", () => {
    expect(lowersSelf(member({ isSelf: true, role: "ADMIN" }), "VIEWER")).toBe(true);
    expect(lowersSelf(member({ isSelf: true, role: "ADMIN" }), "OWNER")).toBe(false);
    expect(lowersSelf(member({ role: "ADMIN" }), "VIEWER")).toBe(false);
  });
});
