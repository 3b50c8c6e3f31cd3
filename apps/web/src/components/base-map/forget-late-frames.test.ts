import { expect, test, vi } from 'vitest';

/** As much of Leaflet's canvas as is changed; Leaflet itself needs a page. */
const { Canvas } = vi.hoisted(() => {
  class Canvas {
    _ctx: unknown = 'there';
    drawn = 0;
    static include(changes: object): void {
      Object.assign(Canvas.prototype, changes);
    }
    _redraw(): void {
      this.drawn++;
    }
  }
  return { Canvas };
});
vi.mock('leaflet', () => ({ Canvas }));

test('draws in the frame that was asked for, and nothing where the canvas is gone by then', async () => {
  await import('./forget-late-frames.ts');
  const canvas = new Canvas();
  canvas._redraw();
  expect(canvas.drawn).toBe(1);
  delete canvas._ctx;
  canvas._redraw();
  expect(canvas.drawn).toBe(1);
});
