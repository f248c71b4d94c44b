import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const exclude = ["node_modules/**", ".next/**", "dist/**", ".data/**"];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["{lib,components,inngest,prisma,tests,app}/**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.*"],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          sequence: { groupOrder: 1 },
          include: [
            "lib/**/*.db.test.{ts,tsx}",
            "inngest/**/*.db.test.ts",
            "prisma/**/*.db.test.ts",
            "tests/**/*.db.test.ts",
          ],
          exclude,
          globalSetup: ["tests/support/start-database.ts"],
          setupFiles: ["tests/support/use-database.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
