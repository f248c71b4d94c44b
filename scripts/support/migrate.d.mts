export function migrate(url: string, folder?: string): Promise<string[]>;
export function ensureAppRole(url: string, options: { role: string; password: string }): Promise<string>;
