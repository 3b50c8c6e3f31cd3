import type { Role } from '@corridor/domain';
import type { z } from 'zod';
import { incidentDetailSchema } from '../schemas/incident-schemas.ts';
import { problemSchema } from '../schemas/problem-schema.ts';
import { aDraft } from './a-draft.ts';
import type { TestApp } from './open-test-app.ts';
import { type Browser, send, signUp } from './sign-up.ts';

export type Detail = z.infer<typeof incidentDetailSchema>;

/** Somebody who writes over HTTP, and what comes back. */
export interface Writer extends Browser {
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A change of a version. */
  change(method: string, path: string, version: number, body: unknown): Promise<Response>;
  /** A record that was filed. */
  file(changes?: Parameters<typeof aDraft>[0]): Promise<Detail>;
  read(id: string): Promise<Detail>;
}

export async function aWriter(test: TestApp, role: Role, name: string = role): Promise<Writer> {
  const person = await signUp(test, role, name);
  const { cookie } = person;
  const sendIt: Writer['send'] = (method, path, body, headers = {}) =>
    send(test, method, path, { body, cookie, headers });
  return {
    ...person,
    send: sendIt,
    change: (method, path, version, body) => sendIt(method, path, body, { 'If-Match': `"${version}"` }),
    file: async (changes) => detailOf(await sendIt('POST', '/v1/incidents', aDraft(changes))),
    read: async (id) => detailOf(await sendIt('GET', `/v1/incidents/${id}`)),
  };
}

/** The record of an answer that has one; otherwise an error that says what it has. */
export async function detailOf(response: Response): Promise<Detail> {
  const text = await response.text();
  if (response.status >= 300) throw new Error(`Expected a record, got ${response.status}: ${text.slice(0, 500)}`);
  return incidentDetailSchema.parse(JSON.parse(text));
}

/** The problem of a refusal, with its status. */
export async function problemOf(response: Response): Promise<z.infer<typeof problemSchema>> {
  return problemSchema.parse(JSON.parse(await response.text()));
}
