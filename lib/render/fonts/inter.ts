import { createRequire } from "node:module";
import * as fontkit from "fontkit";

export type FontWeight = 400 | 500 | 600;

const FILES = {
  400: "400Regular/Inter_400Regular.ttf",
  500: "500Medium/Inter_500Medium.ttf",
  600: "600SemiBold/Inter_600SemiBold.ttf",
} as const satisfies Record<FontWeight, string>;

/** And what is never seen, such as the soft hyphen. */
const BEYOND_LATIN = /[^\u0000-\u00ac\u00ae-\u024f]/;

const fonts = new Map<FontWeight, fontkit.Font>();

/** Path of Inter's TTF file in this weight; resolved from the package, also when this code is bundled. */
function interFontFile(weight: FontWeight): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${FILES[weight]}`);
}

export function interFontFiles(): string[] {
  return ([400, 500, 600] as const).map(interFontFile);
}

export function openInter(weight: FontWeight): fontkit.Font {
  const known = fonts.get(weight);
  if (known) return known;
  const opened = fontkit.openSync(interFontFile(weight));
  if (!("glyphForCodePoint" in opened))
    throw new Error(`${interFontFile(weight)} holds several fonts; one was expected.`);
  fonts.set(weight, opened);
  return opened;
}

/** Whether every letter is Latin, so that Inter has it: the quick look before each letter is looked up. */
export const isLatin = (text: string): boolean => !BEYOND_LATIN.test(text);
