import { type Keyring, rewrapWith } from "@/lib/crypto/envelope";
import { credentialsPurpose } from "@/lib/data-sources/credentials";

type OwnerClient = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }>;
};

export type Rotation = {
  /** Put under the present key now. */
  rewrapped: number;
  /** Under it already. */
  current: number;
  /** Sources whose credentials no known key opens: left as they are. */
  unreadable: { name: string; workspace: string }[];
};

/**
 * Puts the credentials of every source of every workspace under the present key, one transaction each, so that it may
 * be stopped and run again. Needs the owner's connection, which sees all workspaces. Deleted sources have none left.
 */
export async function rotateCredentials(client: OwnerClient, ring: Keyring): Promise<Rotation> {
  const { rows } = await client.query(
    `SELECT s.id, s.name, w.slug AS workspace FROM data_sources s JOIN workspaces w ON w.id = s.workspace_id
     WHERE s.encrypted_credentials <> '' ORDER BY w.slug, s.name`,
  );
  const rotation: Rotation = { rewrapped: 0, current: 0, unreadable: [] };
  for (const { id = "", name = "", workspace = "" } of rows) {
    const done = await rotateOne(client, ring, id);
    if (done === "unreadable") rotation.unreadable.push({ name, workspace });
    else rotation[done] += 1;
  }
  return rotation;
}

/** The row is locked: somebody may enter a new password at this moment. */
async function rotateOne(
  client: OwnerClient,
  ring: Keyring,
  id: string,
): Promise<"rewrapped" | "current" | "unreadable"> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query(
      "SELECT encrypted_credentials AS sealed FROM data_sources WHERE id = $1 FOR UPDATE",
      [id],
    );
    const sealed = rows[0]?.sealed;
    const outcome = sealed ? tryRewrap(ring, sealed, credentialsPurpose(id)) : "current";
    if (typeof outcome === "object")
      await client.query("UPDATE data_sources SET encrypted_credentials = $2 WHERE id = $1", [
        id,
        outcome.sealed,
      ]);
    await client.query("COMMIT");
    return typeof outcome === "object" ? "rewrapped" : outcome;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

function tryRewrap(
  ring: Keyring,
  sealed: string,
  purpose: string,
): { sealed: string } | "current" | "unreadable" {
  try {
    const rewrapped = rewrapWith(ring, sealed, purpose);
    return rewrapped === null ? "current" : { sealed: rewrapped };
  } catch {
    return "unreadable";
  }
}
