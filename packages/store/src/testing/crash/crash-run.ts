import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@corridor/incident-table/testing';
import type { AuditHead } from '../../audit/audit-entry.ts';
import { openStore } from '../../open-store.ts';
import { ChildStore } from '../start-child-store.ts';
import { type Checked, checkStore } from './check-store.ts';
import type { ChildPlan } from './crash-child.ts';
import { CrashFault } from './crash-fault.ts';
import type { CrashedDatabase, CrashStorage, StorePlace } from './crash-storage.ts';
import { OLD_SCHEMAS } from './old-database.ts';
import { planWrites } from './plan-writes.ts';
import type { RecordModel } from './record-model.ts';
import type { WriteOperation } from './write-operation.ts';

/** What is under way when the process is killed. */
export type RoundKind = 'create' | 'migrate' | 'load' | 'write';

export interface RoundResult {
  readonly kind: RoundKind;
  /** Processes killed: some rounds kill the one that recovers, too. */
  readonly kills: number;
  readonly serverKills: number;
  /** Where the last kill found the process: before its store was open, while it wrote, or when it had done all. */
  readonly found: 'opening' | 'writing' | 'done';
  readonly acknowledged: number;
  readonly underWay: Checked['underWay'];
  /** From the start after the kill until the store was open. */
  readonly openMs: number;
}

export interface CrashRunSettings {
  readonly storage: CrashStorage;
  /** Built from crash-child.ts. */
  readonly program: string;
  /** A folder for the plans of children. */
  readonly folder: string;
  readonly seed: number;
}

const BEGINNING: AuditHead = { position: 0, hash: '0'.repeat(64), at: null, revision: 0 };
/** In more than one batch. */
const LOADED = 2_500;
/** For how long a store opens of which it is not known yet. */
const UNKNOWN_MS = 500;
/** What a child of which the server was killed may take to notice. */
const NOTICE_MS = 30_000;

interface Life {
  readonly database: CrashedDatabase;
  model: RecordModel;
  head: AuditHead;
  roundsLeft: number;
}

/** What is killed when. `lines` is how much the child has said by then. */
interface Moment {
  readonly lines: number;
  readonly ms: number;
  readonly what: 'child' | 'server';
}

/**
 * Rounds of crashes: a child writes and is killed at a random moment, then the store is opened as by the next start, and
 * compared with what the child had said. A database lives for some rounds, the first of which makes, upgrades or loads it.
 */
export class CrashRun {
  readonly #settings: CrashRunSettings;
  readonly #usualMs = new Map<string, number>();
  #life: Life | null = null;
  #number = 0;

  constructor(settings: CrashRunSettings) {
    this.#settings = settings;
  }

  /** The database of the round that failed. */
  get place(): StorePlace | null {
    return this.#life?.database.place ?? null;
  }

  /** Throws CrashFault where the crash left something that it should not have. */
  async round(): Promise<RoundResult> {
    const random = createRandom(this.#settings.seed * 100_003 + ++this.#number);
    const begun = this.#life && this.#life.roundsLeft > 0 ? null : await this.#begin(random);
    const life = begun?.life ?? this.#life;
    if (!life) throw new RangeError('Expected a database that lives');
    life.roundsLeft--;
    const lanes = begun?.lanes ?? planWrites(random, life.model, `round ${this.#number}`);
    const kind = begun?.kind ?? 'write';
    const usual = begun?.usual ?? 'open';
    const kills = kind === 'migrate' || random() < 0.15 ? 1 + Math.floor(random() * 3) : 1;
    let serverKills = 0;
    let child: ChildStore | null = null;
    for (let kill = 0; kill < kills; kill++) {
      const isLast = kill === kills - 1;
      const moment = this.#moment(random, { kind, isLast, usual });
      if (moment.what === 'server') serverKills++;
      child = await this.#crash(life.database.place, isLast ? lanes : [], moment);
      if (kind !== 'load' || !isLast) this.#note(kind === 'load' ? 'open' : usual, child);
    }
    return { kind, kills, serverKills, ...(await this.#recover(life, lanes, child?.lines ?? [])) };
  }

  /** Removes the last database. */
  async end(): Promise<void> {
    await this.#life?.database.remove();
    this.#life = null;
  }

  /** A new database, and what is to happen to it first. */
  async #begin(random: () => number) {
    await this.end();
    const { storage } = this.#settings;
    const choice = random();
    const kind: RoundKind = choice < 0.2 ? 'create' : choice < 0.7 ? 'migrate' : 'load';
    const schema = 1 + Math.floor(random() * OLD_SCHEMAS);
    const usual = kind === 'migrate' ? `${kind} ${schema}` : kind;
    const make = { create: () => storage.nothing(), migrate: () => storage.old(schema), load: () => storage.empty() };
    const lanes = kind === 'load' ? [[LOAD]] : [];
    if (!this.#usualMs.has(usual)) await this.#learnUsual(usual, await make[kind](), lanes);
    const database = await make[kind]();
    const life: Life = { database, model: database.model, head: BEGINNING, roundsLeft: 2 + Math.floor(random() * 4) };
    this.#life = life;
    return { kind, lanes, life, usual };
  }

  /** How long it takes when nobody is killed: opening, or of a load the write. */
  async #learnUsual(usual: string, database: CrashedDatabase, lanes: readonly WriteOperation[][]): Promise<void> {
    const child = await this.#start(database.place, lanes);
    const times: number[] = [];
    for (const line of [1, 2, 3]) {
      await child.printed(line);
      times.push(performance.now());
    }
    await child.ended();
    if (child.outcome !== 0) throw new CrashFault(`a child that nobody killed ended: ${child.errors}`);
    const [opening = 0, open = 0, done = 0] = times;
    this.#usualMs.set(usual, lanes.length > 0 ? done - open : open - opening);
    await database.remove();
  }

  /** What was opened sooner than usual is killed sooner the next time. */
  #note(usual: string, { lines }: ChildStore): void {
    const ms = Number(/^open (\d+)$/.exec(lines[1] ?? '')?.[1] ?? Number.NaN);
    if (ms < (this.#usualMs.get(usual) ?? Number.POSITIVE_INFINITY)) this.#usualMs.set(usual, ms);
  }

  #moment(
    random: () => number,
    round: { readonly kind: RoundKind; readonly isLast: boolean; readonly usual: string },
  ): Moment {
    const what = this.#settings.storage.server && random() < 0.35 ? 'server' : 'child';
    const anyOf = (usual: string) => random() * 1.1 * (this.#usualMs.get(usual) ?? UNKNOWN_MS);
    if (round.kind === 'load' && round.isLast) return { what, lines: 2, ms: anyOf('load') };
    if (round.kind === 'load' || round.kind === 'write') {
      if (!round.isLast || random() < 0.1) return { what, lines: 1, ms: anyOf('open') };
      return { what, lines: 2 + Math.floor(random() * 30), ms: random() * 40 };
    }
    return { what, lines: 1, ms: anyOf(round.usual) };
  }

  async #start(place: StorePlace, lanes: ChildPlan['lanes']): Promise<ChildStore> {
    const { folder, program } = this.#settings;
    const file = join(folder, 'plan.json');
    const plan: ChildPlan = { ...place, lanes };
    await writeFile(file, JSON.stringify(plan));
    return ChildStore.start(program, file);
  }

  async #crash(place: StorePlace, lanes: ChildPlan['lanes'], moment: Moment): Promise<ChildStore> {
    const { storage } = this.#settings;
    const child = await this.#start(place, lanes);
    await child.printed(moment.lines);
    await sleep(moment.ms);
    if (moment.what === 'server') await storage.server?.kill();
    if (moment.what === 'server') await Promise.race([child.ended(), sleep(NOTICE_MS)]);
    await child.kill();
    if (moment.what === 'server') await storage.server?.start();
    await storage.settled(place);
    const expected = moment.what === 'server' ? [0, 1, 'SIGKILL'] : [0, 'SIGKILL'];
    if (!expected.includes(child.outcome ?? '')) throw new CrashFault(`the child ended by itself: ${child.errors}`);
    return child;
  }

  /** The next start, which nobody helps. */
  async #recover(life: Life, lanes: readonly WriteOperation[][], lines: readonly string[]) {
    const acknowledged = lanes.map((_, lane) => acknowledgedOf(lines, lane));
    const startedAt = performance.now();
    const store = await openStore({ ...life.database.place, onWarning: () => undefined }).catch((error: unknown) => {
      throw new CrashFault(`the next start failed: ${error instanceof Error ? error.message : String(error)}`);
    });
    const openMs = performance.now() - startedAt;
    try {
      const { head, model, underWay } = await checkStore(store, { ...life, lanes, acknowledged });
      life.head = head;
      life.model = model;
      const total = acknowledged.flat().length;
      const isOpen = lines.some((line) => line.startsWith('open '));
      const isDone = isOpen && total === lanes.flat().length;
      const found: RoundResult['found'] = isDone ? 'done' : isOpen ? 'writing' : 'opening';
      return { found, acknowledged: total, underWay, openMs };
    } finally {
      await store.close();
    }
  }
}

/** The store gives a load this reason by itself. */
const LOAD: WriteOperation = {
  kind: 'load',
  token: 'loaded testland',
  ids: Array.from({ length: LOADED }, (_, number) => `loaded-${number}`),
};

function acknowledgedOf(lines: readonly string[], lane: number): readonly number[] {
  return lines.flatMap((line) => {
    const [, number, revision] = new RegExp(`^done ${lane} (\\d+) (\\d+)$`).exec(line) ?? [];
    return number === undefined ? [] : [Number(revision)];
  });
}
