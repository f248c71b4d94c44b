import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import type { Font as FontkitFont } from "fontkit";
import { lineParts } from "@/lib/render/fonts/line-parts";
import { turnedFace, ZERO_WIDTH_SPACE } from "@/lib/render/fonts/shaped-face";
import { readsFromRight, standInsOf } from "@/lib/render/fonts/text-runs";

const SANS = "Inter";
/** Families that stand in where Inter lacks a letter, in the order in which documents needed them. */
const standIns: string[] = [];

export const sans = (): string[] => [SANS, ...standIns];
/** Falls back to Inter for the signs Newsreader lacks, e.g. the narrow no-break space. */
export const serif = (): string[] => ["Newsreader", SANS, ...standIns];

const { resolve } = createRequire(import.meta.url);
const FACES = [
  { fontFamily: SANS, fontWeight: 400, fontStyle: "normal", file: "inter/400Regular/Inter_400Regular.ttf" },
  {
    fontFamily: SANS,
    fontWeight: 400,
    fontStyle: "italic",
    file: "inter/400Regular_Italic/Inter_400Regular_Italic.ttf",
  },
  { fontFamily: SANS, fontWeight: 500, fontStyle: "normal", file: "inter/500Medium/Inter_500Medium.ttf" },
  { fontFamily: SANS, fontWeight: 600, fontStyle: "normal", file: "inter/600SemiBold/Inter_600SemiBold.ttf" },
  {
    fontFamily: SANS,
    fontWeight: 600,
    fontStyle: "italic",
    file: "inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf",
  },
  {
    fontFamily: "Newsreader",
    fontWeight: 500,
    fontStyle: "normal",
    file: "newsreader/500Medium/Newsreader_500Medium.ttf",
  },
  {
    fontFamily: "Newsreader",
    fontWeight: 600,
    fontStyle: "normal",
    file: "newsreader/600SemiBold/Newsreader_600SemiBold.ttf",
  },
] as const;

const LONGEST_WORD = 40;
const WORD_PARTS = /.{1,20}/gsu;

let ready: Promise<void> | null = null;

/** Registers and parses the faces once a process; fonts used only inside a chart would not be loaded otherwise. */
export function loadFonts(): Promise<void> {
  ready ??= register();
  return ready;
}

async function register(): Promise<void> {
  for (const { fontFamily, fontWeight, fontStyle, file } of FACES) {
    Font.register({ family: fontFamily, src: resolve(`@expo-google-fonts/${file}`), fontWeight, fontStyle });
  }
  // A hyphen inside a name or a figure misleads: only a word that no line could hold is broken. Where words are not
  // spaced, a space that takes no room stands between them, since only at spaces no hyphen is put.
  Font.registerHyphenationCallback((word) => {
    const parts = lineParts(word);
    if (parts.length > 1) return parts.flatMap((part, index) => (index ? [ZERO_WIDTH_SPACE, part] : [part]));
    return word.length > LONGEST_WORD ? (word.match(WORD_PARTS) ?? [word]) : [word];
  });
  await Promise.all(
    FACES.map(({ fontFamily, fontWeight, fontStyle }) => Font.load({ fontFamily, fontWeight, fontStyle })),
  );
}

/** Which way a line of print is set: a text from the right still begins at the left edge of its column. */
export const reading = (text: string) =>
  readsFromRight(text) ? ({ direction: "rtl", textAlign: "left" } as const) : {};

/** Registers what stands in for Inter in these texts; plain ones need nothing. */
export function registerStandIns(texts: Iterable<string>): void {
  for (const standIn of standInsOf(texts)) {
    if (standIns.includes(standIn.family)) continue;
    standIns.push(standIn.family);
    for (const fontWeight of [400, 600] as const)
      for (const fontStyle of ["normal", "italic"] as const) {
        const descriptor = { fontFamily: standIn.family, fontWeight, fontStyle };
        Font.register({ family: standIn.family, src: standIn.faces[fontWeight].file, fontWeight, fontStyle });
        // Already open, and laid out in our way: not to be read again.
        Object.assign(Font.getFont(descriptor) ?? {}, {
          data: turnedFace(standIn, fontWeight),
          load: () => Promise.resolve(),
        });
      }
  }
}

/** The parsed font; `loadFonts` must have resolved. */
export function parsedFont(fontWeight: 400 | 600): FontkitFont {
  const data = Font.getFont({ fontFamily: SANS, fontWeight, fontStyle: "normal" })?.data;
  if (!data) throw new Error(`Inter ${fontWeight} is not loaded.`);
  return data as unknown as FontkitFont;
}
