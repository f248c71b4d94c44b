import { readdir, readFile } from "node:fs/promises";

/**
 * Memory of a process and its descendants in MB: the proportional set size, in which pages that several of them
 * share count once. null where the system does not tell (it needs Linux's /proc).
 */
export async function memoryOfTree(rootPid: number): Promise<number | null> {
  const names = await readdir("/proc").catch(() => null);
  if (!names) return null;
  const parents = new Map<number, number>();
  for (const name of names.filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    // The command, in brackets, may hold spaces; the parent is the second field after it.
    const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isInTree = (pid: number): boolean =>
    pid === rootPid || (parents.has(pid) && isInTree(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of [...parents.keys()].filter(isInTree)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return (kilobytes * 1024) / 1e6;
}
