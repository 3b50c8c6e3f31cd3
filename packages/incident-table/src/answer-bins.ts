import type { BinArea, BinCell, Bins, BinsRequest } from '@corridor/domain';
import { CellMaker } from './cell-maker.ts';
import { partsOfPositions } from './cell-positions.ts';
import type { IncidentCube } from './incident-cube.ts';
import { type BinMaker, type Excluded, KeptBins } from './kept-bins.ts';
import { createScreenGroups } from './screen-groups.ts';

interface Screen {
  readonly request: BinsRequest;
  readonly cells: KeptBins<BinCell>;
  readonly areas: KeptBins<BinArea>;
}

/**
 * Incidents in the box by cells of a grid that is fixed to the world at each zoom, so that moving the map never
 * regroups them; cells by row, then column, and districts by name. Bins of the screen that was asked for last are kept,
 * for filters change more often than the screen: what did not change is the same object in the next answer. O(cells), and
 * O(places in cells that changed); O(places) for another screen, and for a cell of one incident O(incidents at its place).
 */
export class BinsAnswerer {
  readonly #cube: IncidentCube;
  #screen: Screen | null = null;
  /** Of places, for the cells of any screen. */
  #parts: Float64Array | null = null;

  constructor(cube: IncidentCube) {
    this.#cube = cube;
  }

  answer(request: BinsRequest): Bins {
    const excluded = excludedOf(this.#cube, request.exclude);
    const { areas, cells } = this.#screenOf(request);
    return { cells: cells.list(excluded), areas: areas.list(excluded) };
  }

  #screenOf(request: BinsRequest): Screen {
    if (this.#screen && isSameScreen(this.#screen.request, request)) return this.#screen;
    const cube = this.#cube;
    const { areas, cells, districts } = createScreenGroups(cube, request);
    // Texts that are not at hand yet are looked for each time.
    this.#parts ??= partsOfPositions(cube.places);
    this.#screen = {
      request,
      cells: new KeptBins(cube, cells, new CellMaker(cube, cells, this.#parts)),
      areas: new KeptBins(cube, areas, areaMaker(districts)),
    };
    return this.#screen;
  }
}

function isSameScreen(first: BinsRequest, second: BinsRequest): boolean {
  return (
    first.zoom === second.zoom &&
    first.cellPx === second.cellPx &&
    first.bbox.every((edge, index) => edge === second.bbox[index])
  );
}

function excludedOf({ crossfilter, table }: IncidentCube, id: string | undefined): Excluded | null {
  const row = id === undefined ? undefined : table.rowOf(id);
  if (row === undefined || !crossfilter.passes(row)) return null;
  const { place, type } = table.columns;
  return { row, place: place.codes[row] ?? 0, type: type.codes[row] ?? 0 };
}

function areaMaker(districts: readonly string[]): BinMaker<BinArea> {
  return {
    make: ({ byType, count, group }) => ({ district: districts[group] ?? '', count, byType }),
    isLasting: () => true,
  };
}
