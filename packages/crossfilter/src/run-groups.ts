/** Which runs of codes are counted together: run `from[i]` in group `to[i]`, of `groupCount`. Those of the cells of a map, say. */
export interface RunGroups {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly groupCount: number;
}
