import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What tells a process from any other, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Boot and process-number space (containers have their own) in which `pid` counts; empty where unknown. */
  readonly pidSpace: string;
  /** Start in clock ticks after boot (Linux, field 22 of /proc/pid/stat); empty where unknown. */
  readonly startedAt: string;
}

export async function describeThisProcess(): Promise<ProcessIdentity> {
  return {
    pid: process.pid,
    host: hostname(),
    pidSpace: await pidSpace(),
    startedAt: await startOf(process.pid),
  };
}

/** Whether the process has ended. One that cannot be looked up from here is gone when it has been silent for long. */
export async function isGone(other: ProcessIdentity, silentForLong: boolean): Promise<boolean> {
  if (other.host !== hostname() || other.pidSpace !== (await pidSpace())) return silentForLong;
  return !exists(other.pid) || (await startOf(other.pid)) !== other.startedAt;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function pidSpace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()} ${space}`;
}

/** The name in field 2 may hold spaces and brackets: fields are counted from the last bracket, after which field 3 stands. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[22 - 3] ?? '';
}
