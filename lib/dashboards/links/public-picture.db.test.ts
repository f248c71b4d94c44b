import { beforeAll, expect, it } from "vitest";
import { createDashboard } from "@/lib/dashboards";
import type { PublicLinkKind } from "@/lib/dashboards/links/schemas";
import { uploadPicture } from "@/lib/pictures";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { drawPicture, inPieces } from "@/tests/support/pictures";
import { createPublicLink } from "./create-public-link";
import { publicPicture } from "./public-picture";
import { openPublicPage } from "./public-page";
import { revokePublicLink } from "./revoke-public-link";
import { unlockPublicLink } from "./unlock-link";

let workspace: TestWorkspace;
let shown: { id: string; bytes: Buffer };
let hidden: { id: string };
let dashboardId: string;

beforeAll(async () => {
  workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const upload = async (bytes: Buffer) =>
    (await uploadPicture(editor, { fileName: "Door.png" }, inPieces(bytes))).id;
  const bytes = await drawPicture({ color: "#100000" });
  shown = { id: await upload(bytes), bytes };
  hidden = { id: await upload(await drawPicture({ color: "#200000" })) };
  const visual = { kind: "image" as const, title: "", pictureId: shown.id, alt: "The front door" };
  const widgets = [{ key: "front", queryId: null, visual, layout: { x: 0, y: 0, w: 4, h: 4 } }];
  dashboardId = (await createDashboard(editor, { name: "Front", widgets })).id;
});

const visit = (pass?: string) => ({ now: workspace.clock.now, requestId: "test", pass });
const page = { params: {}, limitMs: 10_000 };

async function make(more: { kind?: PublicLinkKind; password?: string } = {}) {
  const base = { dashboardId, name: "Front" };
  const made = await createPublicLink(
    workspace.as("EDITOR"),
    more.kind === "EMBED"
      ? { ...base, kind: "EMBED", allowedSites: ["https://portal.example.com"] }
      : { ...base, kind: "PAGE", password: more.password },
  );
  return { kind: made.link.kind, text: made.address.split("/").at(-1) ?? "", linkId: made.link.id };
}

/** As the page tells it. */
async function idOn(address: { kind: PublicLinkKind; text: string }, pass?: string): Promise<string> {
  const opened = await openPublicPage(address, visit(pass), page);
  const visual = opened === "password" ? null : opened.dashboard.widgets[0]?.visual;
  return visual?.kind === "image" ? visual.pictureId : "";
}

it.each(["PAGE", "EMBED"] as const)(
  "a %s shows the picture that stands on it, under a name of its own",
  async (kind) => {
    const address = await make({ kind });
    const pictureId = await idOn(address);
    expect(pictureId).not.toBe(shown.id);
    const file = await publicPicture(address, visit(), { pictureId });
    expect(file.bytes.equals(shown.bytes)).toBe(true);
  },
);

it("opens no other picture, neither by its own id nor by what another link calls it", async () => {
  const address = await make();
  const other = await make();
  for (const pictureId of [shown.id, hidden.id, await idOn(other)])
    await expect(publicPicture(address, visit(), { pictureId })).rejects.toMatchObject({ code: "not_found" });
});

it("asks for the password, and opens nothing once the link is withdrawn", async () => {
  const address = await make({ password: "a long secret" });
  const unlock = { token: address.text, password: "a long secret", address: "203.0.113.9" };
  const pass = (await unlockPublicLink(unlock, visit())) ?? undefined;
  const pictureId = await idOn(address, pass);
  await expect(publicPicture(address, visit(), { pictureId })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  expect((await publicPicture(address, visit(pass), { pictureId })).mediaType).toBe("image/png");
  await revokePublicLink(workspace.as("EDITOR"), { linkId: address.linkId });
  await expect(publicPicture(address, visit(pass), { pictureId })).rejects.toMatchObject({
    code: "link_invalid",
  });
});
