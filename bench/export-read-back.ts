import type { BenchResult } from "./types";
export async function checkWorkbook(_storageKey: string, _rows: number): Promise<BenchResult[]> {
  return [];
}
