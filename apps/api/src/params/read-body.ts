import { Problem } from '@corridor/domain';
import type { z } from 'zod';

const MAX_FAULTS_SHOWN = 5;

/** A JSON body as its schema has it. Throws the Problem `invalid-body` with each fault by its path in the body. */
export function readBody<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const invalid = result.error.issues
    .slice(0, MAX_FAULTS_SHOWN)
    .map(({ path, message }) => ({ name: path.join('.').slice(0, 60) || 'body', reason: message.slice(0, 300) }));
  throw new Problem('invalid-body', `${invalid.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`, invalid);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-body', 'The body is no JSON.', [{ name: 'body', reason: 'is JSON' }]);
  }
}
