/** Fonts that stand in for Inter where it lacks a letter. Opened when a text first needs one. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as fontkit from "fontkit";

export type StandInWeight = 400 | 600;
export type StandInFace = { file: string; font: fontkit.Font };
/** A family as its files name it, and the faces nearest to regular and to semibold. */
export type StandIn = { family: string; faces: Record<StandInWeight, StandInFace> };

const { resolve } = createRequire(import.meta.url);
/** Each family's regular and semibold. */
const PACKAGED = [
  ["ibm-plex-sans-arabic", "IBMPlexSansArabic"],
  ["noto-sans-hebrew", "NotoSansHebrew"],
  ["noto-sans-thai", "NotoSansThai"],
  ["noto-sans-devanagari", "NotoSansDevanagari"],
] as const;
const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;

let folder: string | undefined;
/** What is still closed, in the order of preference. */
let closed: (() => StandIn[])[] = closedFonts();
let opened: StandIn[] = [];
const byCodePoint = new Map<number, StandIn | null>();

/** A folder of the operator's own fonts, which are asked after those of the packages, in the order of their names. */
export function setFontsFolder(path: string | undefined): void {
  folder = path;
  closed = closedFonts();
  opened = [];
  byCodePoint.clear();
}

/** The first family that has this character; null when none has. */
export function standInFor(codePoint: number): StandIn | null {
  const known = byCodePoint.get(codePoint);
  if (known !== undefined) return known;
  const found = search(codePoint);
  byCodePoint.set(codePoint, found);
  return found;
}

function search(codePoint: number): StandIn | null {
  const has = ({ faces }: StandIn) => faces[400].font.hasGlyphForCodePoint(codePoint);
  let found = opened.find(has);
  while (!found && closed.length > 0) {
    const families = closed.shift()?.() ?? [];
    opened.push(...families);
    found = families.find(has);
  }
  return found ?? null;
}

function closedFonts(): (() => StandIn[])[] {
  const packaged = PACKAGED.map(([name, file]) => () => {
    const faces = [`400Regular/${file}_400Regular.ttf`, `600SemiBold/${file}_600SemiBold.ttf`];
    return toFamilies(faces.flatMap((face) => openFaces(resolve(`@expo-google-fonts/${name}/${face}`))));
  });
  return [...packaged, () => (folder ? toFamilies(filesIn(folder).flatMap(openFaces)) : [])];
}

function filesIn(place: string): string[] {
  return readdirSync(place)
    .filter((name) => FONT_FILE.test(name))
    .sort()
    .map((name) => path.join(place, name));
}

function openFaces(file: string): StandInFace[] {
  const font = fontkit.openSync(file);
  const fonts = "fonts" in font ? font.fonts : [font];
  return fonts.map((each) => ({ file, font: each }));
}

function toFamilies(faces: readonly StandInFace[]): StandIn[] {
  const byFamily = new Map<string, StandInFace[]>();
  for (const face of faces) {
    const family = familyOf(face.font);
    byFamily.set(family, [...(byFamily.get(family) ?? []), face]);
  }
  return [...byFamily].map(([family, all]) => ({
    family,
    faces: { 400: nearest(all, 400), 600: nearest(all, 600) },
  }));
}

function nearest(faces: readonly StandInFace[], weight: StandInWeight): StandInFace {
  const distance = ({ font }: StandInFace) =>
    Math.abs(font["OS/2"].usWeightClass - weight) + (font.italicAngle ? 1000 : 0);
  return faces.reduce((best, face) => (distance(face) < distance(best) ? face : best));
}

type Names = { records?: Partial<Record<"preferredFamily" | "fontFamily", Record<string, string>>> };

/** The name all weights share; `familyName` has the weight in it. */
function familyOf(font: fontkit.Font): string {
  const { records } = (font as unknown as { name: Names }).name;
  const names = records?.preferredFamily ?? records?.fontFamily ?? {};
  return names.en ?? Object.values(names)[0] ?? font.familyName;
}
