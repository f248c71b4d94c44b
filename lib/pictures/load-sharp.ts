/** The library that reads and writes pictures, loaded when the first one comes: few processes ever need it. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  // No picture is read twice in a row.
  sharp.cache(false);
  return sharp;
}
