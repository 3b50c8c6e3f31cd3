import type { Timing } from './measure.ts';

export const TIMING_COLUMNS = ['median', 'min', 'max', 'spread'] as const;

/** The cells below TIMING_COLUMNS. */
export function timingCells(timing: Timing): string[] {
  return TIMING_COLUMNS.map((column) => formatMs(timing[column]));
}

/** Milliseconds; below ten with two decimals. */
export function formatMs(ms: number): string {
  return `${group(ms, ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`;
}

/** How many times as much. */
export function formatRatio(ratio: number): string {
  return `${ratio < 1 ? ratio.toPrecision(2) : group(ratio, ratio < 10 ? 1 : 0)}×`;
}

export function formatSeconds(ms: number): string {
  return `${group(ms / 1000, 2)} s`;
}

export function formatCount(count: number): string {
  return group(count, 0);
}

/** 1 MB is a million bytes. */
export function formatMegabytes(bytes: number): string {
  return `${group(bytes / 1e6, 2)} MB`;
}

export function formatBytesARow(bytes: number, rows: number): string {
  return `${group(bytes / rows, 0)} B`;
}

function group(value: number, decimals: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
