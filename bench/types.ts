/** One measured thing. Compare by `ratio`, measured in the same run as its reference: machines differ, ratios less. */
export type BenchResult = {
  name: string;
  value: number;
  unit: string;
  /** What `ratio` divides by, e.g. "Chromium page.pdf, warm". */
  reference?: string;
  ratio?: number;
};

export type Bench = () => Promise<BenchResult[]>;
