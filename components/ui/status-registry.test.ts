import { describe, expect, test } from "vitest";
import { STATUS_LOOKS, type StatusKind, type StatusLook } from "./status-registry";

const kinds = Object.keys(STATUS_LOOKS) as StatusKind[];

describe.each(kinds)("states of %s", (kind) => {
  const looks: StatusLook[] = Object.values(STATUS_LOOKS[kind]);

  test("no two states share a word", () => {
    expect(new Set(looks.map((look) => look.word)).size).toBe(looks.length);
  });

  test("no two states share icon and colour, so they differ without reading", () => {
    expect(new Set(looks.map((look) => `${look.icon.displayName} ${look.tone}`)).size).toBe(looks.length);
  });

  test("every state is explained in a sentence", () => {
    for (const look of looks) expect(look.meaning).toMatch(/^[A-Z].+\.$/);
  });
});

test("a word used for several kinds looks the same in each", () => {
  const all = kinds.flatMap((kind): StatusLook[] => Object.values(STATUS_LOOKS[kind]));
  for (const look of all) {
    const twins = all.filter((other) => other.word === look.word);
    expect(new Set(twins.map((twin) => `${twin.icon.displayName} ${twin.tone}`)).size).toBe(1);
  }
});
