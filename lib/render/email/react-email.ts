import { createRequire } from "node:module";
import type * as ReactEmail from "@react-email/components";

const require = createRequire(import.meta.url);

/**
 * React Email's components, loaded when the first mail is written: they bring a style compiler and a syntax
 * highlighter along, 50 MB that a worker which only draws PDFs should not hold.
 */
export function reactEmail(): typeof ReactEmail {
  return require("@react-email/components") as typeof ReactEmail;
}
