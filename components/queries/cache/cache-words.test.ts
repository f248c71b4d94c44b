import { describe, expect, it } from "vitest";
import { keptForText, rateText } from "./cache-words";

describe("the cache in words", () => {
  it("has a rate only when something was asked", () => {
    expect([rateText(3, 4, "en-GB"), rateText(0, 4, "en-GB"), rateText(0, 0, "en-GB")]).toEqual([
      "75%",
      "0%",
      "–",
    ]);
  });

  it("says how long answers are kept", () => {
    expect([keptForText(300, "en-GB"), keptForText(0, "en-GB")]).toEqual(["5\u00a0min", "Not kept"]);
  });
});
