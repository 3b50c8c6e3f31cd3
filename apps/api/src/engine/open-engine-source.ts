import type { PortfolioInfo } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import type { Store } from '@corridor/store';
import { chooseEngine, readMemory } from './choose-engine.ts';
import type { EngineSource } from './engine-source.ts';
import { openMemorySource } from './memory-source.ts';
import type { EngineKind } from './query-engine.ts';
import { createSqlEngine, openSqlSource } from './sql-source.ts';

export interface EngineSourceOptions {
  readonly store: Store;
  readonly info: PortfolioInfo;
  readonly boundaries: Boundaries;
  readonly wanted: 'auto' | EngineKind;
}

export interface ChosenSource {
  readonly source: EngineSource;
  readonly reason: string;
}

/** The engine that was asked for, or the one that suits the number of incidents and the memory there is. */
export async function openEngineSource({
  store,
  info,
  boundaries,
  wanted,
}: EngineSourceOptions): Promise<ChosenSource> {
  const { districts } = info;
  const sqlEngine = createSqlEngine(store, { boundaries, districts });
  const { incidents } = await sqlEngine.state();
  const { kind, reason } = chooseEngine(wanted, incidents, readMemory());
  const source =
    kind === 'sql'
      ? await openSqlSource(store, sqlEngine)
      : await openMemorySource({ store, sqlEngine, boundaries, districts });
  return { source, reason };
}
