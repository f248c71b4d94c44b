import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createDashboard, deleteDashboard, saveDashboardDraft } from "@/lib/dashboards";
import { withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import {
  deletePicture,
  listPictures,
  openPicture,
  printedPicture,
  readPicture,
  uploadPicture,
} from "@/lib/pictures";
import { storage } from "@/lib/storage";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { drawPicture, inPieces } from "@/tests/support/pictures";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});

const upload = (bytes: Uint8Array, fileName = "Front door.png", ctx = workspace.as("EDITOR")) =>
  uploadPicture(ctx, { fileName }, inPieces(bytes));

const refusal = (bytes: Uint8Array, fileName = "Front door.png") =>
  upload(bytes, fileName).then(
    () => "taken",
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

/** A PNG's head with another size written into it; its checksum is made right again. */
async function pngThatSays(width: number, height: number): Promise<Buffer> {
  const { crc32 } = await import("node:zlib");
  const png = Buffer.from(await drawPicture({ color: "#333333" }));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe("uploading", () => {
  it.each(["png", "jpeg", "webp", "gif"] as const)(
    "keeps a %s as it is, whatever it is called",
    async (format) => {
      const bytes = await drawPicture({ format, color: "#445566" });
      const dto = await upload(bytes, `photos/Door of ${format}.txt`);
      expect(dto).toMatchObject({
        name: `Door of ${format}.txt`,
        mediaType: `image/${format}`,
        bytes: bytes.length,
        width: 40,
        height: 30,
        createdBy: `EDITOR of ${workspace.slug}`,
      });
      const file = await readPicture(workspace.as("VIEWER"), { pictureId: dto.id });
      expect(file).toMatchObject({ mediaType: `image/${format}`, name: dto.name });
      expect(file.bytes.equals(bytes)).toBe(true);
    },
  );

  it("refuses what is no picture, by its bytes, and says what to do", async () => {
    expect(await refusal(Buffer.from("%PDF-1.7\n"))).toMatch(/invalid_input: “Front door.png” is a PDF/);
    expect(await refusal(Buffer.from("MZ\x90\0 a program"))).toMatch(/not a picture of a kind that is taken/);
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), "logo.png")).toMatch(
      /an SVG drawing, which can hold scripts\. Export it as PNG/,
    );
    expect(await refusal(Buffer.from("\0\0\0\x18ftypheic", "latin1"), "IMG_1.heic")).toMatch(
      /Save it as JPEG/,
    );
    expect(await refusal(Buffer.alloc(0))).toMatch(/is empty/);
    expect(await refusal(Buffer.from("%PDF-1.7"), "..")).toMatch(/has no name/);
  });

  it("refuses what only begins like a picture, or was cut off", async () => {
    const whole = await sharp(
      Buffer.from(Array.from({ length: 3 * 200 * 200 }, (_, at) => (at * 7919) % 251)),
      {
        raw: { width: 200, height: 200, channels: 3 },
      },
    )
      .jpeg()
      .toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2), "cut.jpg")).toMatch(/cut off on its way/);
    expect(await refusal(Buffer.concat([whole.subarray(0, 20), Buffer.from("<script>")]))).toMatch(
      /is damaged/,
    );
  });

  it("refuses more than 5 MB without waiting for the rest of it", async () => {
    const head = await drawPicture();
    let sent = 0;
    async function* endless() {
      yield head;
      while (true) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    await expect(
      uploadPicture(workspace.as("EDITOR"), { fileName: "large.png" }, endless()),
    ).rejects.toMatchObject({ code: "invalid_input", message: expect.stringMatching(/larger than 5 MB/) });
    expect(sent).toBeLessThan(7);
  });

  it("stops at once at what is no picture", async () => {
    let sent = 0;
    async function* zeros() {
      while (true) {
        sent += 1;
        yield Buffer.alloc(100_000);
      }
    }
    await expect(uploadPicture(workspace.as("EDITOR"), { fileName: "a.png" }, zeros())).rejects.toMatchObject(
      {
        code: "invalid_input",
      },
    );
    expect(sent).toBe(1);
  });

  it("refuses a small file that unfolds to more pixels than a browser holds, without unfolding it", async () => {
    expect(await refusal(await pngThatSays(60_000, 60_000), "bomb.png")).toMatch(
      /has 60000 × 60000 pixels, and 40 million are taken/,
    );
    const frame = await drawPicture({ width: 1000, height: 1000, format: "gif" });
    const frames = Array.from({ length: 41 }, (_, at) => at);
    const animated = await sharp(
      await Promise.all(
        frames.map((at) =>
          drawPicture({ width: 1000, height: 1000, color: `rgb(${at * 6}, ${255 - at * 6}, 0)` }),
        ),
      ),
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    expect(await refusal(frame, "still.gif")).toBe("taken");
    expect(await refusal(animated, "film.gif")).toMatch(/1000 × 1000 pixels in 41 frames/);
  });

  it("is shown small to whoever chooses among many, and whole where it stands", async () => {
    const noise = Buffer.from(Array.from({ length: 3 * 1200 * 800 }, (_, at) => (at * 7919) % 251));
    const large = await sharp(noise, { raw: { width: 1200, height: 800, channels: 3 } })
      .jpeg()
      .toBuffer();
    const { id: pictureId } = await upload(large, "large.jpg");
    const ctx = workspace.as("VIEWER");
    const whole = await readPicture(ctx, { pictureId });
    expect(whole.bytes.equals(large)).toBe(true);
    const small = await readPicture(ctx, { pictureId, size: "thumbnail" });
    const { width, height, format } = await sharp(small.bytes).metadata();
    expect([width, height, format, small.mediaType]).toEqual([256, 171, "webp", "image/webp"]);
    expect(small.bytes.length).toBeLessThan(large.length / 10);
    // A browser that keeps one of them does not take it for the other.
    expect(small.sha256).not.toBe(whole.sha256);
  });

  it("a tiny picture is its own thumbnail", async () => {
    const tiny = await drawPicture();
    const { id: pictureId } = await upload(tiny, "tiny.png");
    const small = await readPicture(workspace.as("VIEWER"), { pictureId, size: "thumbnail" });
    expect(small.bytes.equals(tiny)).toBe(true);
  });

  it("turns a photograph upright and leaves out where it was taken", async () => {
    const photograph = await sharp({ create: { width: 60, height: 20, channels: 3, background: "#123456" } })
      .withExif({ IFD0: { Copyright: "Ada" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const dto = await upload(photograph, "IMG_0001.jpg");
    expect(dto).toMatchObject({ width: 20, height: 60 });
    const { bytes } = await openPicture(workspace.as("EDITOR"), dto.id);
    const kept = await sharp(bytes).metadata();
    expect(kept).toMatchObject({ width: 20, height: 60 });
    expect(kept.exif).toBeUndefined();
  });

  it("keeps the same bytes once, also of two at the same time, and once in each workspace", async () => {
    const bytes = await drawPicture({ color: "#abcdef" });
    const [first, second] = await Promise.all([upload(bytes, "one.png"), upload(bytes, "two.png")]);
    expect(second.id).toBe(first.id);
    expect((await upload(bytes, "three.png")).id).toBe(first.id);
    const listed = await listPictures(workspace.as("EDITOR"));
    expect(listed.filter(({ id }) => id === first.id)).toHaveLength(1);
    const other = await createWorkspace();
    expect((await upload(bytes, "one.png", other.as("EDITOR"))).id).not.toBe(first.id);
    expect(await listPictures(other.as("EDITOR"))).toHaveLength(1);
  });

  it("is for editors, and for files that there is room for", async () => {
    const bytes = await drawPicture({ color: "#fedcba" });
    await expect(upload(bytes, "a.png", workspace.as("VIEWER"))).rejects.toMatchObject({ code: "forbidden" });
    const full = await createWorkspace();
    const { id } = await upload(bytes, "a.png", full.as("EDITOR"));
    await withTransaction(full.system(), async (tx) => {
      await tx.picture.create({
        data: {
          workspaceId: full.id,
          name: "All of it",
          mediaType: "image/png",
          bytes: 2_000_000_000,
          width: 1,
          height: 1,
          storageKey: `${full.id}/all/picture`,
          sha256: "0".repeat(64),
        },
      });
      const copies = Math.ceil(env().filesMaxBytes / 2_000_000_000);
      for (let copy = 1; copy < copies; copy += 1)
        await tx.$executeRaw`INSERT INTO pictures SELECT gen_random_uuid(), workspace_id, name, media_type, bytes, width,
          height, storage_key, encode(sha256(${String(copy)}::bytea), 'hex'), created_by_id, created_at
          FROM pictures WHERE workspace_id = ${full.id}::uuid AND name = 'All of it' LIMIT 1`;
    });
    await expect(
      upload(await drawPicture({ color: "#000001" }), "b.png", full.as("EDITOR")),
    ).rejects.toMatchObject({
      code: "limit_reached",
      message: expect.stringMatching(/by pictures\. Delete tables and pictures/),
    });
    expect((await readPicture(full.as("VIEWER"), { pictureId: id })).bytes.equals(bytes)).toBe(true);
  });
});

describe("reading", () => {
  it("is for members of the workspace: elsewhere the id reads like one that never was", async () => {
    const { id } = await upload(await drawPicture({ color: "#010203" }));
    const other = await createWorkspace();
    const read = (pictureId: string) => readPicture(other.as("OWNER"), { pictureId });
    await expect(read(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(read(randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await expect(listPictures(workspace.as("VIEWER"))).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["png", "jpeg", "webp", "gif"] as const)(
    "a %s is printed as what every page holds, no larger than needed",
    async (format) => {
      const { id } = await upload(await drawPicture({ width: 3200, height: 400, format, color: "#c0ffee" }));
      const printed = await printedPicture(workspace.as("VIEWER"), id);
      expect(printed).toMatchObject({ width: 1600, height: 200 });
      expect(printed?.src).toMatch(
        format === "jpeg" ? /^data:image\/jpeg;base64,/ : /^data:image\/png;base64,/,
      );
      expect(await printedPicture(workspace.as("VIEWER"), randomUUID())).toBeNull();
    },
  );
});

describe("deleting", () => {
  const image = (pictureId: string) => ({
    key: "front",
    queryId: null,
    visual: { kind: "image" as const, title: "", pictureId, alt: "The front door" },
    layout: { x: 0, y: 0, w: 4, h: 4 },
  });

  it("removes one that stands nowhere, and its file", async () => {
    const { id, name } = await upload(await drawPicture({ color: "#a1a1a1" }), "spare.png");
    await expect(deletePicture(workspace.as("VIEWER"), { pictureId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await deletePicture(workspace.as("EDITOR"), { pictureId: id })).toMatchObject({ id, name });
    await expect(readPicture(workspace.as("EDITOR"), { pictureId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(storage().get(`${workspace.id}/${id}/picture`)).rejects.toMatchObject({ code: "not_found" });
  });

  it("says where it is used: by name what everybody sees, by number what is others' own", async () => {
    const { id: pictureId } = await upload(await drawPicture({ color: "#b2b2b2" }), "used.png");
    const admin = workspace.as("ADMIN");
    const remove = () => deletePicture(workspace.as("EDITOR"), { pictureId });
    const make = (name: string, visibility: "WORKSPACE" | "PRIVATE") =>
      createDashboard(admin, { name, visibility, widgets: [image(pictureId)] });
    const open = await make("Clinics", "WORKSPACE");
    const own = await make("Board papers", "PRIVATE");
    await expect(remove()).rejects.toMatchObject({
      code: "conflict",
      message:
        "“used.png” is used on “Clinics” and 1 dashboard that you cannot see. Take it off there first.",
    });
    const empty = await createDashboard(admin, { name: "Empty" });
    await saveDashboardDraft(admin, {
      dashboardId: empty.id,
      baseVersion: 1,
      expectedRevision: 0,
      document: {
        name: "Empty",
        description: "",
        type: "PERSONAL",
        tags: [],
        filters: {},
        settings: {},
        widgets: [image(pictureId)],
      },
    });
    await deleteDashboard(admin, { dashboardId: open.id });
    await deleteDashboard(admin, { dashboardId: own.id });
    await expect(remove()).rejects.toMatchObject({
      code: "conflict",
      message: "“used.png” is used on 1 draft that is not saved yet. Take it off there first.",
    });
    await deleteDashboard(admin, { dashboardId: empty.id });
    expect(await remove()).toMatchObject({ id: pictureId });
  });
});
