import { beforeEach, describe, expect, it } from "vitest";
import { createDashboard } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { createPublicLink } from "./create-public-link";
import { signEmbed } from "./embed-address";
import { listPublicLinks } from "./list-public-links";
import { openLink } from "./open-link";
import { revokePublicLink } from "./revoke-public-link";
import type { NewPublicLink } from "./schemas";
import { unlockPublicLink } from "./unlock-link";

let workspace: TestWorkspace;
let dashboard: DashboardDto;

beforeEach(async () => {
  workspace = await createWorkspace();
  dashboard = await createDashboard(workspace.as("EDITOR"), {
    name: "Clinics",
    filters: { fields: [{ name: "clinic", label: "Clinic", type: "text" }] },
  });
});

const gone = { code: "link_invalid" };
const visit = () => ({ now: workspace.clock.now, requestId: "test" });
const addressOf = ({ address }: NewPublicLink) => address.split("/").at(-1) ?? "";

const page = (given: { password?: string; expiresInDays?: number | null } = {}) =>
  createPublicLink(workspace.as("EDITOR"), {
    kind: "PAGE",
    dashboardId: dashboard.id,
    name: "Board",
    ...given,
  });
const frame = (lockedValues: Record<string, string> = {}) =>
  createPublicLink(workspace.as("EDITOR"), {
    kind: "EMBED",
    dashboardId: dashboard.id,
    name: "Portal",
    allowedSites: ["portal.example.com", "https://portal.example.com/start", ""],
    lockedValues,
  });
const open = (text: string, kind: "PAGE" | "EMBED" = "PAGE") => openLink({ kind, text }, visit());

describe("a public link", () => {
  it("opens its dashboard alone, as nobody in particular", async () => {
    const { ctx, dashboardId } = await open(addressOf(await page()));
    expect(dashboardId).toBe(dashboard.id);
    expect(ctx.actor).toMatchObject({ kind: "link", dashboardId: dashboard.id });
    expect(ctx.workspace.id).toBe(workspace.id);
  });

  it("reads alike when it never was, has expired, was withdrawn, or its dashboard is gone", async () => {
    const never = await open("A".repeat(43)).catch((error: Error) => error.message);
    const expiring = await page({ expiresInDays: 1 });
    const revoked = await page();
    await revokePublicLink(workspace.as("ADMIN"), { linkId: revoked.link.id });
    const orphan = await page();
    workspace.clock.set("2026-11-21T08:00:00Z");
    await withOwner((client) =>
      client.query("UPDATE dashboards SET deleted_at = now() WHERE id = $1", [dashboard.id]),
    );
    for (const link of [expiring, revoked, orphan])
      await expect(open(addressOf(link)), link.link.name).rejects.toMatchObject({ ...gone, message: never });
  });

  it.each(["", "x", "'; DROP TABLE public_links; --", "../share", "\0", "x".repeat(10_000)])(
    "is not %j",
    async (text) => {
      await expect(open(text)).rejects.toMatchObject(gone);
      await expect(open(text, "EMBED")).rejects.toMatchObject(gone);
    },
  );

  it("is kept without its token and its password", async () => {
    const made = await page({ password: "correct horse" });
    const kept = await withOwner(async (client) => {
      const { rows } = await client.query("SELECT * FROM public_links");
      const { rows: audit } = await client.query("SELECT * FROM audit_events");
      return JSON.stringify([rows, audit]);
    });
    expect(kept).not.toContain(addressOf(made));
    expect(kept).not.toContain("correct horse");
    expect(kept).toContain("public_link.create");
  });

  it("is listed and withdrawn by those who may edit the dashboard, once", async () => {
    const { link } = await page();
    const editor = workspace.as("EDITOR");
    expect(await listPublicLinks(editor, { dashboardId: dashboard.id })).toEqual([link]);
    expect(await revokePublicLink(editor, { linkId: link.id })).toMatchObject({ state: "REVOKED" });
    await expect(revokePublicLink(editor, { linkId: link.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(
      listPublicLinks(workspace.as("VIEWER"), { dashboardId: dashboard.id }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the password of a link", () => {
  const unlock = (token: string, password: string, address = "203.0.113.7") =>
    unlockPublicLink({ token, password, address }, visit());

  it("gives a pass for this link alone", async () => {
    const token = addressOf(await page({ password: "correct horse" }));
    expect(await unlock(token, "wrong")).toBeNull();
    expect(await unlock(token, "correct horse")).toEqual(expect.any(String));
  });

  it("is tried ten times from one address, and goes on working for others", async () => {
    const token = addressOf(await page({ password: "correct horse" }));
    for (let tries = 0; tries < 10; tries += 1) await unlock(token, "wrong");
    await expect(unlock(token, "correct horse")).rejects.toMatchObject({ code: "rate_limited" });
    expect(await unlock(token, "correct horse", "203.0.113.8")).toEqual(expect.any(String));
  });
});

describe("a signed frame", () => {
  it("names its sites as origins, once each", async () => {
    const made = await frame();
    expect(made.link.allowedSites).toEqual(["https://portal.example.com"]);
    expect((await open(addressOf(made), "EMBED")).allowedSites).toEqual(["https://portal.example.com"]);
  });

  it("opens only as it was signed", async () => {
    const made = await frame({ clinic: "North" });
    const text = addressOf(made);
    expect((await open(text, "EMBED")).locked).toEqual({ clinic: "North" });
    const [token = "", , signature = ""] = text.split(".");
    const claims = Buffer.from(JSON.stringify({ values: { clinic: "South" } })).toString("base64url");
    for (const changed of [`${token}.${claims}.${signature}`, token, `${token}..`, `${text}.x`])
      await expect(open(changed, "EMBED"), changed).rejects.toMatchObject(gone);
    await expect(open(token, "PAGE")).rejects.toMatchObject(gone);
  });

  it("of a site that signs itself is open until the time it names", async () => {
    const { signing } = await frame();
    const { token, key } = signing ?? { token: "", key: "" };
    const exp = workspace.clock.now().getTime() / 1000 + 60;
    const text = signEmbed(token, key, { exp, values: { clinic: "South" } });
    expect((await open(text, "EMBED")).locked).toEqual({ clinic: "South" });
    workspace.clock.set("2026-11-20T08:01:00Z");
    await expect(open(text, "EMBED")).rejects.toMatchObject(gone);
  });

  it("is refused for a filter that the dashboard does not have, and for no value", async () => {
    await expect(frame({ city: "Bern" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(frame({ clinic: "" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is refused for what is no site", async () => {
    for (const site of ["https://*.example.com", "javascript:alert(1)", "'none'", "a b", "http://x;y"])
      await expect(
        createPublicLink(workspace.as("EDITOR"), {
          kind: "EMBED",
          dashboardId: dashboard.id,
          name: "Portal",
          allowedSites: [site],
        }),
        site,
      ).rejects.toThrow(/address of a site/);
  });
});
