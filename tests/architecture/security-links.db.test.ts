/** Links that open a file without signing in: nothing opens but what was signed, for as long as it was. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/files/[token]/route";
import { seal, sign } from "@/lib/crypto";
import { withTransaction } from "@/lib/db";
import { fileLinkToken } from "@/lib/deliveries";
import { openFileLink } from "@/lib/executions";
import { createShop, dropShop, type TestSource } from "../support/source";
import { createWorld, type World } from "./security-world";

const now = new Date("2026-11-20T08:00:00Z");
const expiresAt = new Date("2026-12-20T08:00:00Z");

let shop: TestSource;
let world: World;
let other: World;
let token: string;

beforeAll(async () => {
  shop = await createShop();
  other = await createWorld(shop);
});
afterAll(() => dropShop(shop));
beforeEach(async () => {
  world = await createWorld(shop);
  token = fileLinkToken({ workspaceId: world.workspace.id, fileId: world.ids.file, expiresAt });
});

const part = (index: number, value: string) => token.split(".").with(index, value).join(".");
const open = (given: string, at = now) => openFileLink(given, at);
const refused = { code: "link_invalid" };

describe("a signed link", () => {
  it("opens its file until it expires, and counts it", async () => {
    const { bytes } = await open(token);
    expect(bytes.toString()).toBe(world.marker);
    await expect(open(token, expiresAt)).rejects.toMatchObject(refused);
    const { accessCount } = await withTransaction(world.workspace.system(), (tx) =>
      tx.reportFile.findUniqueOrThrow({ where: { id: world.ids.file } }),
    );
    expect(accessCount).toBe(1);
  });

  it("opens nothing once it was changed anywhere", async () => {
    const changed = [
      part(0, other.workspace.id),
      part(1, other.ids.file),
      part(2, (Math.floor(expiresAt.getTime() / 1000) + 1).toString(36)),
      part(2, `${token.split(".")[2]}0`),
      part(2, token.split(".")[2]?.toUpperCase() ?? ""),
      part(3, ""),
      part(3, sign("", "file-link")),
      part(3, `${token.split(".")[3]}=`),
      token.slice(0, -1),
      `${token}.`,
      `${token}.x`,
      ` ${token}`,
      `${token}\n`,
      token.replace(/\./, "..").replace("..", "%2e"),
    ];
    for (const given of changed) await expect(open(given), given).rejects.toMatchObject(refused);
  });

  it("of one workspace does not open a file of another, even signed", async () => {
    const crossed = fileLinkToken({ workspaceId: world.workspace.id, fileId: other.ids.file, expiresAt });
    await expect(open(crossed)).rejects.toMatchObject(refused);
  });

  it("opens no file that is past its own time", async () => {
    const late = new Date("2027-06-01T00:00:00Z");
    const long = fileLinkToken({
      workspaceId: world.workspace.id,
      fileId: world.ids.file,
      expiresAt: new Date("2028-01-01T00:00:00Z"),
    });
    await expect(open(long, late)).rejects.toMatchObject(refused);
  });

  it("is not made of another signature or sealed text of ours", async () => {
    const payload = token.split(".").slice(0, 3).join(".");
    for (const given of [
      `${payload}.${sign(payload, "other")}`,
      `${payload}.${sign(payload, "sign:file-link")}`,
      seal(payload, "file-link"),
      seal(payload, "sign:file-link"),
    ])
      await expect(open(given), given).rejects.toMatchObject(refused);
  });

  it("signed for a file that is gone, or for a time that is none, opens nothing", async () => {
    for (const link of [
      { workspaceId: world.workspace.id, fileId: world.ids.file, expiresAt: new Date(Number.NaN) },
      { workspaceId: world.workspace.id, fileId: randomUUID(), expiresAt },
    ])
      await expect(open(fileLinkToken(link)), JSON.stringify(link)).rejects.toMatchObject(refused);
  });
});

describe("the page of a link", () => {
  const get = (given: string) =>
    GET(new Request("http://localhost/files/x"), { params: Promise.resolve({ token: given }) });

  it("sends the file under its name, to be kept by nobody in between", async () => {
    const lasting = fileLinkToken({
      workspaceId: world.workspace.id,
      fileId: world.ids.file,
      expiresAt: new Date(Date.now() + 60_000),
    });
    const answer = await get(lasting);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("content-disposition")).toContain(`${world.marker}.csv`);
  });

  it.each(["<script>alert(1)</script>", "..", "a.b.c.d", "%00", "\0", "x".repeat(100_000), ""])(
    "says that %j does not work, without repeating it or running anything",
    async (given) => {
      const answer = await get(given);
      expect(answer.status).toBe(410);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await answer.text()).not.toContain(given || "<script");
    },
  );
});
