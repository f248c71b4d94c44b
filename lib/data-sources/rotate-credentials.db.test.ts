import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { keyId, sealWith, unsealWith } from "@/lib/crypto/envelope";
import { createDataSource, deleteDataSource } from "@/lib/data-sources";
import { rotateCredentials } from "@/lib/data-sources/rotate-credentials";
import { withOwner } from "../../tests/support/database";
import { createWorkspace } from "../../tests/support/factories";

/** What `use-database` sets: new passwords are sealed with it. */
const PRESENT = "test-encryption-key";
const NEXT = "the next key, which is another";
const PASSWORD = "pa55word of the source";

const settings = { host: "db.example.com", database: "shop", user: "reader" };

async function addSource(name: string) {
  const workspace = await createWorkspace();
  const admin = workspace.as("ADMIN");
  const { id } = await createDataSource(admin, { kind: "POSTGRESQL", name, settings, password: PASSWORD });
  return { id, admin, workspace };
}

const sealedOf = (id: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT encrypted_credentials AS sealed FROM data_sources WHERE id = $1",
      [id],
    );
    return rows[0].sealed as string;
  });
const store = (id: string, sealed: string) =>
  withOwner((client) =>
    client.query("UPDATE data_sources SET encrypted_credentials = $2 WHERE id = $1", [id, sealed]),
  );
const open = (key: string, id: string, sealed: string) =>
  unsealWith({ present: key, former: [] }, sealed, `data-source:${id}`);

afterEach(() => withOwner((client) => client.query("DELETE FROM data_sources")));

describe("changing the key", () => {
  it("puts every workspace's credentials under the new one, and does nothing the second time", async () => {
    const sources = [await addSource("One"), await addSource("Two")];
    const deleted = await addSource("Deleted");
    await deleteDataSource(deleted.admin, { dataSourceId: deleted.id });
    const ring = { present: NEXT, former: [PRESENT] };

    expect(await withOwner((client) => rotateCredentials(client, ring))).toEqual({
      rewrapped: 2,
      current: 0,
      unreadable: [],
    });
    for (const { id } of sources) {
      const sealed = await sealedOf(id);
      expect(sealed.split(".")[1]).toBe(keyId(NEXT));
      expect(JSON.parse(open(NEXT, id, sealed))).toEqual({ password: PASSWORD });
    }
    const before = await sealedOf(sources[0]?.id ?? "");
    expect(await withOwner((client) => rotateCredentials(client, ring))).toEqual({
      rewrapped: 0,
      current: 2,
      unreadable: [],
    });
    expect(await sealedOf(sources[0]?.id ?? "")).toBe(before);
  });

  it("names what opens with no known key, leaves it as it is, and goes on with the others", async () => {
    const lost = await addSource("Lost");
    const swapped = await addSource("Swapped");
    const well = await addSource("Well");
    const unknown = sealWith({ present: "a key nobody has", former: [] }, "{}", `data-source:${lost.id}`);
    await store(lost.id, unknown);
    // A text of another source is not this one's.
    await store(swapped.id, await sealedOf(well.id));

    const rotation = await withOwner((client) =>
      rotateCredentials(client, { present: NEXT, former: [PRESENT] }),
    );
    expect(rotation).toMatchObject({ rewrapped: 1, current: 0 });
    expect(rotation.unreadable).toHaveLength(2);
    expect(rotation.unreadable).toEqual(
      expect.arrayContaining([
        { name: "Lost", workspace: lost.workspace.slug },
        { name: "Swapped", workspace: swapped.workspace.slug },
      ]),
    );
    expect(await sealedOf(lost.id)).toBe(unknown);
  });
});

describe("npm run rotate-keys", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-keys-"));
  const run = async (env: Record<string, string>, ...args: string[]) => {
    const { PATH = "", HOME = "", TEST_OWNER_URL = "" } = process.env;
    const given = { PATH, HOME, DATA_DIR: folder, DATABASE_URL: TEST_OWNER_URL, ...env };
    const options = { env: given as unknown as NodeJS.ProcessEnv };
    return promisify(execFile)(process.execPath, ["scripts/rotate-keys.mjs", ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }),
    );
  };
  afterEach(() => rmSync(path.join(folder, "secrets.json"), { force: true }));

  it("says how many, and never a secret", async () => {
    const { id } = await addSource("One");
    const keys = { ENCRYPTION_KEY: NEXT, ENCRYPTION_KEY_PREVIOUS: `an older one, ${PRESENT}` };
    const first = await run(keys);
    expect(first).toEqual({
      code: 0,
      text: expect.stringContaining("Put 1 stored credential under the present key; 0 were already."),
    });
    expect((await run(keys)).text).toContain(
      "Put 0 stored credentials under the present key; 1 were already.",
    );
    expect(JSON.parse(open(NEXT, id, await sealedOf(id)))).toEqual({ password: PASSWORD });

    const wrong = await run({ ENCRYPTION_KEY: "the wrong key" });
    expect(wrong.code).toBe(1);
    expect(wrong.text).toContain('The password of the data source "One"');
    for (const secret of [PASSWORD, NEXT, PRESENT, "the wrong key", await sealedOf(id)])
      expect(first.text + wrong.text).not.toContain(secret);
  });

  it("makes a new key where the key is kept in a file, and keeps the former one there", async () => {
    const { id } = await addSource("One");
    const file = path.join(folder, "secrets.json");
    writeFileSync(file, JSON.stringify({ ENCRYPTION_KEY: PRESENT, NEXTAUTH_SECRET: "kept" }));
    expect((await run({}, "--new-key")).code).toBe(0);
    const stored = JSON.parse(readFileSync(file, "utf8"));
    expect(stored).toMatchObject({ ENCRYPTION_KEY_PREVIOUS: PRESENT, NEXTAUTH_SECRET: "kept" });
    expect(stored.ENCRYPTION_KEY).toHaveLength(43);
    expect(JSON.parse(open(stored.ENCRYPTION_KEY, id, await sealedOf(id)))).toEqual({ password: PASSWORD });
    const refused = await run({ ENCRYPTION_KEY: NEXT }, "--new-key");
    expect(refused).toEqual({
      code: 1,
      text: expect.stringContaining("ENCRYPTION_KEY is set in the environment"),
    });
  });

  it("refuses without a key", async () => {
    expect(await run({})).toEqual({
      code: 1,
      text: expect.stringContaining("There is no key: set ENCRYPTION_KEY"),
    });
  });
});
