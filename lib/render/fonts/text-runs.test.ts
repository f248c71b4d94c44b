import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { shapedFace } from "@/lib/render/fonts/shaped-face";
import { standInFor, setFontsFolder } from "@/lib/render/fonts/stand-ins";
import { logicalRuns, needsStandIn, readsFromRight, visualRuns } from "@/lib/render/fonts/text-runs";

const FEW_CHINESE = fileURLToPath(new URL("../testing/fonts/", import.meta.url));
const familyOf = (letter: string) => standInFor(letter.codePointAt(0) ?? 0)?.family;

afterEach(() => setFontsFolder(undefined));

describe("a stand-in", () => {
  it("is needed only where Inter has no letter", () => {
    for (const text of ["Umsatz 2026 (€)", "Αθήνα", "Москва ▲ ✓", ""])
      expect(needsStandIn(text), text).toBe(false);
    for (const text of ["القاهرة", "תל אביב", "กรุงเทพ", "मुंबई", "上海"])
      expect(needsStandIn(text), text).toBe(true);
  });

  it("is the first family that has the letter, those of the operator last", () => {
    expect(["ع", "ת", "ก", "म"].map(familyOf)).toEqual([
      "IBM Plex Sans Arabic",
      "Noto Sans Hebrew",
      "Noto Sans Thai",
      "Noto Sans Devanagari",
    ]);
    expect(familyOf("上")).toBeUndefined();
    setFontsFolder(FEW_CHINESE);
    expect([familyOf("上"), familyOf("ع")]).toEqual(["Noto Sans SC", "IBM Plex Sans Arabic"]);
    expect(familyOf("龍")).toBeUndefined();
  });
});

describe("runs", () => {
  const inPrint = (text: string) => visualRuns(text).map((run) => run.text);

  it("are one where nothing is missing", () => {
    expect(logicalRuns("North Quay")).toMatchObject([{ text: "North Quay", standIn: null }]);
  });

  it("stand in the order of print: a text that begins from the right has its end at the left", () => {
    expect(inPrint("مبيعات 2026 (EUR)")).toEqual(["(", "EUR", ") ", "2026", " ", "مبيعات"]);
    expect(inPrint("Clinic תל אביב, 12")).toEqual(["Clinic ", "12", " ,", "תל אביב"]);
  });

  it("keep a mark with its letter, and drop what is never seen", () => {
    expect(logicalRuns("عمّان")).toHaveLength(1);
    expect(inPrint("a\u200bb\u00adc")).toEqual(["abc"]);
  });

  it("know which way a text reads by its first letter", () => {
    expect(["12% תל", "North תל", "القاهرة North", "2026"].map(readsFromRight)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

it("Arabic letters are joined, the last one leftmost", () => {
  const standIn = standInFor(0x639);
  if (!standIn) throw new Error("No Arabic font.");
  const { glyphs } = shapedFace(standIn, 400, true).face.layout("عمان");
  expect(glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))).toEqual(["ن", "ا", "م", "ع"]);
  const alone = ["ع", "م"].map((letter) => shapedFace(standIn, 400, true).face.layout(letter).glyphs[0]?.id);
  expect(alone).not.toContain(glyphs[3]?.id);
  expect(alone).not.toContain(glyphs[2]?.id);
});
