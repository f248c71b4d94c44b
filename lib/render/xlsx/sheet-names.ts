const MAX_LENGTH = 31;

/** Hands out names that Excel accepts: 31 characters, none of `[]:*?/\`, unique without regard to case. */
export function createSheetNamer(): (wanted: string) => string {
  // Excel keeps "History" for itself.
  const taken = new Set(["history"]);
  return (wanted) => {
    const base = clean(wanted) || "Sheet";
    for (let copy = 1; ; copy++) {
      const suffix = copy === 1 ? "" : ` (${copy})`;
      const name = cut(base, MAX_LENGTH - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

function clean(wanted: string): string {
  return wanted
    .replace(/[[\]:*?/\\\u0000-\u001f]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
}

/** Cuts by UTF-16 units, which is what Excel counts, but never through a pair. */
function cut(text: string, length: number): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end).trimEnd();
}
