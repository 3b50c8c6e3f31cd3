import { type IncomingMessage, request } from 'node:http';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditEntry, AuditHead } from '../audit/audit-entry.ts';
import type { AuditCounts, AuditReport } from '../audit/verify-audit.ts';
import { StoreError, type StoreErrorCode, toStoreError } from '../store-error.ts';
import type { Maintenance } from './maintain-database.ts';
import type { MaintenanceAddress } from './maintenance-address.ts';

/** Maintenance by the process that has the embedded database open. */
export function createMaintenanceClient(address: MaintenanceAddress): Maintenance {
  return {
    auditHead: async () => headOf(await textOf(await ask(address, '/head'))),
    auditEntries: async ({ after, limit }) =>
      entriesOf(await textOf(await ask(address, `/entries?after=${after}&limit=${limit}`))),
    verifyAudit: async ({ head, onProgress }) => {
      const path = head ? `/verify?position=${head.position}&hash=${encodeURIComponent(head.hash)}` : '/verify';
      for await (const { error, progress, report } of eachMessage(await ask(address, path))) {
        if (error) throw new StoreError(error.code, error.message);
        if (report) return report;
        if (progress) onProgress?.(progress);
      }
      throw new StoreError('stopped', 'the server ended before the verification did');
    },
    backup: async (destination) => receive(await ask(address, '/backup'), destination),
  };
}

/** Rejects with the error that the other process states, or that it does not answer. */
function ask({ port, secret }: MaintenanceAddress, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${secret}` };
    const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      if (response.statusCode === 200) resolve(response);
      else refusal(response).then(reject, reject);
    });
    asking.once('error', (error) => reject(toStoreError(error)));
    asking.end();
  });
}

async function refusal(response: IncomingMessage): Promise<StoreError> {
  const text = await textOf(response);
  if (response.statusCode !== 500) return new StoreError('unreachable', `the server answered ${response.statusCode}`);
  const { code, message } = errorOf(text);
  return new StoreError(code, message);
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return text;
}

async function receive(response: IncomingMessage, destination: Writable): Promise<void> {
  try {
    await pipeline(response, destination);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (response.complete) throw toStoreError(error);
    throw new StoreError('stopped', `the server ended before the backup did (${reason})`, error);
  }
}

interface Message {
  readonly error?: { readonly code: StoreErrorCode; readonly message: string };
  readonly progress?: AuditCounts;
  readonly report?: AuditReport;
}

async function* eachMessage(response: IncomingMessage): AsyncGenerator<Message> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield messageOf(line);
  }
}

/** Guarantee of these: the text is what maintenance-endpoint.ts wrote, which only its process could answer with. */
const headOf = (text: string) => JSON.parse(text) as AuditHead;
const entriesOf = (text: string) => JSON.parse(text) as readonly AuditEntry[];
const errorOf = (text: string) => JSON.parse(text) as { readonly code: StoreErrorCode; readonly message: string };
const messageOf = (text: string) => JSON.parse(text) as Message;
