import pg from 'pg';
import type { RevisionAnnouncer } from '../revision-announcer.ts';
import { REVISION_CHANNEL } from '../revision-channel.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

export interface RevisionListenerSettings {
  readonly databaseUrl: string;
  readonly announcer: RevisionAnnouncer;
  readonly onWarning: (message: string) => void;
}

/**
 * Hears the revisions of all processes on one PostgreSQL server, on a connection of its own. When the connection is
 * lost it tries again, ever more slowly, and then tells the revision that was reached meanwhile.
 */
export class RevisionListener {
  readonly #settings: RevisionListenerSettings;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #retryMs = FIRST_RETRY_MS;
  #closed = false;

  private constructor(settings: RevisionListenerSettings) {
    this.#settings = settings;
  }

  /** Resolves when it listens. Rejects with the driver's error if the first connection fails. */
  static async start(settings: RevisionListenerSettings): Promise<RevisionListener> {
    const listener = new RevisionListener(settings);
    await listener.#connect();
    return listener;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#settings.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'corridor-watch revisions',
    });
    client.on('notification', ({ payload }) => this.#settings.announcer.announce(Number(payload)));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('the connection ended')));
    try {
      await client.connect();
      await client.query(`listen ${REVISION_CHANNEL}`);
      const { rows } = await client.query<{ value: string }>('select value from revision');
      this.#client = client;
      this.#retryMs = FIRST_RETRY_MS;
      this.#settings.announcer.announce(Number(rows[0]?.value ?? 0));
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  #lost(client: pg.Client, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    this.#settings.onWarning(`revisions of other processes are not heard (${error.message}): connecting again`);
    void client.end().catch(() => undefined);
    this.#retryLater();
  }

  #retryLater(): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => void this.#connect().catch(() => this.#retryLater()), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }
}
