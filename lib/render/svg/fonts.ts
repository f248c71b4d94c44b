import { createRequire } from "node:module";

export type FontWeight = 400 | 500 | 600;

const FILES = {
  400: "400Regular/Inter_400Regular.ttf",
  500: "500Medium/Inter_500Medium.ttf",
  600: "600SemiBold/Inter_600SemiBold.ttf",
} as const satisfies Record<FontWeight, string>;

/** Path of Inter's TTF file in this weight; resolved from the package, also when this code is bundled. */
export function interFontFile(weight: FontWeight): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${FILES[weight]}`);
}

export function interFontFiles(): string[] {
  return ([400, 500, 600] as const).map(interFontFile);
}
