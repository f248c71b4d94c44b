/**
 * The part of pdfkit's drawing surface that react-pdf's canvas hands out and we use. Every method returns the
 * surface itself; units are points unless scaled.
 */
export type Painter = {
  save(): Painter;
  restore(): Painter;
  scale(factor: number): Painter;
  translate(x: number, y: number): Painter;
  rotate(degrees: number, options?: { origin: [number, number] }): Painter;
  clip(): Painter;
  opacity(value: number): Painter;
  path(data: string): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): Painter;
  circle(x: number, y: number, radius: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  lineWidth(width: number): Painter;
  lineCap(style: string): Painter;
  lineJoin(style: string): Painter;
  dash(lengths: number[]): Painter;
  fillColor(color: string, opacity?: number): Painter;
  strokeColor(color: string, opacity?: number): Painter;
  fill(): Painter;
  stroke(): Painter;
  fillAndStroke(): Painter;
  font(face: unknown, key: string): Painter;
  fontSize(size: number): Painter;
  text(text: string, x: number, y: number, options: TextOptions): Painter;
};

export type TextOptions = {
  lineBreak: false;
  /** Present, though empty: keeps pdfkit from caching each text's layout for the life of the document. */
  features: string[];
  /** The baseline lies at y; without it y is the top of the line. */
  baseline?: "alphabetic";
};
