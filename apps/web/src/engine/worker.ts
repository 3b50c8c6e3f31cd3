import type { Answer, PortfolioInfo, Query, Route, Site } from '@corridor/domain';
import { DIMENSIONS, isoOf } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { decodeArrow, IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import * as Comlink from 'comlink';
import { fetchBytes } from '../lib/api/fetch-bytes.ts';
import { fetchJson } from '../lib/api/fetch-json.ts';
import type { EngineHost, EngineInfo, LoadProgress } from './protocol.ts';

let engine: IncidentEngine | null = null;

const host: EngineHost = {
  async load(onProgress: (progress: LoadProgress) => void): Promise<EngineInfo> {
    const [portfolio, sites, routes, base, bytes] = await Promise.all([
      fetchJson<PortfolioInfo>('/v1/portfolio'),
      fetchJson<{ items: readonly Site[] }>('/v1/sites'),
      fetchJson<{ items: readonly Route[] }>('/v1/routes'),
      fetchJson<unknown>('/v1/basemap/base.json'),
      fetchBytes('/v1/incidents.arrow', onProgress),
    ]);
    const table = decodeArrow(bytes);
    const boundaries = createBoundaries(base, portfolio.districts, portfolio.provinces);
    engine = new IncidentEngine(table, {
      boundaries,
      districts: portfolio.districts,
      sites: sites.items,
      routes: routes.items,
    });
    return describe(table, engine);
  },
  answer(query: Query): Answer {
    if (!engine) throw new Error('The incident table is not loaded yet');
    return engine.answer(query);
  },
};

function describe(table: IncidentTable, loaded: IncidentEngine): EngineInfo {
  return {
    revision: table.revision,
    incidents: table.rowCount,
    firstDay: table.firstDay === null ? null : isoOf(table.firstDay),
    lastDay: table.lastDay === null ? null : isoOf(table.lastDay),
    values: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, loaded.values(dimension)])),
  };
}

Comlink.expose(host);
