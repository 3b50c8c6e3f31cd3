import { expect, test } from 'vitest';
import { type DrawAction, type DrawResult, draw, IDLE } from './draw-state.ts';

const play = (actions: readonly DrawAction[]): DrawResult =>
  actions.reduce<DrawResult>(({ state }, action) => draw(state, action), { state: IDLE, area: null });
const start = (tool: 'polygon' | 'circle'): DrawAction => ({ kind: 'start', tool });
const point = (lon: number, lat: number): DrawAction => ({ kind: 'point', at: [lon, lat] });
const finish: DrawAction = { kind: 'finish' };

test('three points and a finish make a polygon', () => {
  const { state, area } = play([start('polygon'), point(62, 25), point(63, 25), point(63, 26), finish]);
  expect(state).toEqual(IDLE);
  expect(area).toEqual({
    kind: 'polygon',
    ring: [
      [62, 25],
      [63, 25],
      [63, 26],
    ],
  });
});

test('two points cannot be closed', () => {
  const { state, area } = play([start('polygon'), point(62, 25), point(63, 25), finish]);
  expect(area).toBeNull();
  expect(state).toMatchObject({
    tool: 'polygon',
    points: [
      [62, 25],
      [63, 25],
    ],
  });
});

test('a polygon whose edges cross says so and can be mended', () => {
  const crossing = [start('polygon'), point(62, 25), point(63, 26), point(63, 25), point(62, 26), finish];
  expect(play(crossing).state).toMatchObject({ tool: 'polygon', crosses: true });
  const mended = play([...crossing, { kind: 'undo' }, finish]);
  expect(mended.area).toMatchObject({ kind: 'polygon' });
});

test('a circle has its centre where the press was and its rim where the pointer came to rest', () => {
  const { area } = play([start('circle'), point(62, 25), { kind: 'move', at: [62, 26] }, point(62, 26)]);
  expect(area).toEqual({ kind: 'circle', center: [62, 25], radiusKm: 111 });
});

test('a circle without a radius is not finished', () => {
  const { state, area } = play([start('circle'), point(62, 25), point(62, 25)]);
  expect(area).toBeNull();
  expect(state).toMatchObject({ tool: 'circle', center: [62, 25] });
});

test('cancelling leaves nothing behind', () => {
  expect(play([start('polygon'), point(62, 25), { kind: 'cancel' }])).toEqual({ state: IDLE, area: null });
});
