/** Runs in every database test file: a fresh database cloned from the template, and the environment for it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { createDatabase } from "./database";

const database = await createDatabase(inject("ownerUrl"), inject("template"));
process.env.APP_DATABASE_URL = database.appUrl;
process.env.TEST_OWNER_URL = database.ownerUrl;
process.env.ENCRYPTION_KEY = "test-encryption-key";
process.env.NEXTAUTH_SECRET = "test-auth-secret";
process.env.STORAGE_URL = `file:${mkdtempSync(path.join(tmpdir(), "broadsheet-test-"))}`;

afterAll(async () => {
  await (globalThis as { broadsheetRunBook?: { settle(): Promise<void> } }).broadsheetRunBook?.settle();
  const { prisma } = await import("@/lib/db");
  await prisma().$disconnect();
  await database.drop();
});
