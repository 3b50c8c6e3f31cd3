import { dayOf, isoOf } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import {
  firstWindow,
  isAtEnd,
  moveHandle,
  rewind,
  stepHandle,
  stepWindow,
  type Window,
  windowOfBars,
} from './brush.ts';
import { createTimeAxis } from './time-axis.ts';

const starts = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-01`);
const axis = createTimeAxis(starts, 'month', 0, 120);
const window = (from: string, to: string): Window => ({ from: dayOf(from), to: dayOf(to) });
const text = ({ from, to }: Window) => `${isoOf(from)}/${isoOf(to)}`;

describe('the brush', () => {
  it('spans whole bars, dragged in either direction', () => {
    expect(text(windowOfBars(axis, 2, 4))).toBe('2024-03-01/2024-05-31');
    expect(text(windowOfBars(axis, 4, 2))).toBe('2024-03-01/2024-05-31');
    expect(text(windowOfBars(axis, 1, 1))).toBe('2024-02-01/2024-02-29');
  });

  it('moves one end to an edge and keeps at least one bar', () => {
    const may = window('2024-05-01', '2024-05-31');
    expect(text(moveHandle(axis, may, 'from', 1))).toBe('2024-02-01/2024-05-31');
    expect(text(moveHandle(axis, may, 'from', 9))).toBe('2024-05-01/2024-05-31');
    expect(text(moveHandle(axis, may, 'to', 0))).toBe('2024-05-01/2024-05-31');
    expect(text(moveHandle(axis, may, 'to', 99))).toBe('2024-05-01/2024-12-31');
  });

  it('steps an end bar by bar, from within a bar to its edge first', () => {
    const rough = window('2024-03-10', '2024-05-20');
    expect(text(stepHandle(axis, rough, 'from', -1))).toBe('2024-03-01/2024-05-20');
    expect(text(stepHandle(axis, rough, 'from', 1))).toBe('2024-04-01/2024-05-20');
    expect(text(stepHandle(axis, rough, 'to', 1))).toBe('2024-03-10/2024-05-31');
    expect(text(stepHandle(axis, window('2024-03-01', '2024-05-31'), 'to', -1))).toBe('2024-03-01/2024-04-30');
    expect(text(stepHandle(axis, window('2024-01-01', '2024-05-31'), 'from', -1))).toBe('2024-01-01/2024-05-31');
  });

  it('moves as a whole, as wide as before, and stops at the ends', () => {
    const spring = window('2024-03-01', '2024-05-31');
    expect(text(stepWindow(axis, spring, 2))).toBe('2024-05-01/2024-07-31');
    expect(text(stepWindow(axis, spring, 99))).toBe('2024-10-01/2024-12-31');
    expect(text(stepWindow(axis, spring, -99))).toBe('2024-01-01/2024-03-31');
    expect(text(rewind(axis, spring))).toBe('2024-01-01/2024-03-31');
  });

  it('knows where play begins and ends', () => {
    expect(text(firstWindow(axis))).toBe('2024-01-01/2024-03-31');
    expect(isAtEnd(axis, window('2024-11-01', '2024-12-31'))).toBe(true);
    expect(isAtEnd(axis, window('2024-10-01', '2024-11-30'))).toBe(false);
  });
});
