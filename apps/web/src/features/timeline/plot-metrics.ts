/** Heights of the plot's parts in pixels. */
export interface PlotMetrics {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly barsHeight: number;
  /** Top and height of the ticks for developments; null where there is no room for them. */
  readonly ticks: { readonly top: number; readonly height: number } | null;
  readonly labelsAt: number;
}

export const WIDE_METRICS: PlotMetrics = {
  height: 116,
  left: 36,
  right: 16,
  top: 4,
  barsHeight: 60,
  ticks: { top: 68, height: 9 },
  labelsAt: 93,
};

export const PHONE_METRICS: PlotMetrics = {
  height: 72,
  left: 30,
  right: 16,
  top: 4,
  barsHeight: 44,
  ticks: null,
  labelsAt: 63,
};
