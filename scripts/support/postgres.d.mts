export type RunningPostgres = { url: string; port: number; exited: Promise<number>; stop(): Promise<void> };
export function startPostgres(options: {
  dataDir: string;
  port?: number;
  database?: string;
  settings?: Record<string, string | number>;
  log?: (chunk: string) => void;
}): Promise<RunningPostgres>;
