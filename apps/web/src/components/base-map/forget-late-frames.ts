import { Canvas } from 'leaflet';

/** What Leaflet's types leave out of a canvas. */
interface Drawing {
  /** None once it was taken from the page. */
  readonly _ctx?: unknown;
  _redraw(): void;
}

const { _redraw: redraw } = Canvas.prototype as unknown as Drawing;

/**
 * Leaflet 1.9 loses the number of a frame that it asked for where the map is moved before it comes, and cannot call it off when the
 * map is taken from the page in that time: it would draw on a canvas that is gone.
 */
Canvas.include({
  _redraw(this: Drawing) {
    if (this._ctx) redraw.call(this);
  },
});
