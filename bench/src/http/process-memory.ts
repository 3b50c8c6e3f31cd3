import { readFileSync } from 'node:fs';

export interface ProcessMemory {
  /** Bytes that the process has in memory now, and had at most. */
  readonly resident: number;
  readonly peak: number;
}

/** Read from /proc; null where there is none (macOS, Windows) or no such process. */
export function readProcessMemory(pid: number): ProcessMemory | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [resident, peak] = [/^VmRSS:\s+(\d+) kB/m, /^VmHWM:\s+(\d+) kB/m].map((line) =>
      Number(line.exec(status)?.[1]),
    );
    return resident && peak ? { resident: resident * 1024, peak: peak * 1024 } : null;
  } catch {
    return null;
  }
}
