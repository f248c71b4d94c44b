import { expect, test } from "vitest";
import { safeCallbackPath } from "./callback-path";

const origin = "https://reports.harbor.example";

test.each([
  ["/harbor/reports?tab=all#top", "/harbor/reports?tab=all#top"],
  ["https://reports.harbor.example/harbor", "/harbor"],
  ["harbor/reports", "/harbor/reports"],
])("%s is kept", (wanted, path) => expect(safeCallbackPath(wanted, origin)).toBe(path));

test.each([
  undefined,
  "",
  "https://evil.example/harbor",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "https://reports.harbor.example//evil.example",
  "http://reports.harbor.example/harbor",
  "javascript:alert(1)",
  "https://reports.harbor.example:8443/harbor",
  "/sign-in?callbackUrl=/harbor",
  "/api/auth/signout",
  "http://",
])("%s leads to the start page", (wanted) => expect(safeCallbackPath(wanted, origin)).toBe("/"));
