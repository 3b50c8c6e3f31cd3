import type { z } from 'zod';

/**
 * What a schema finds wrong, in words that follow the name of the field: "title must not be blank". Its own messages begin
 * with zod's view of a program ("Invalid input: expected string"); those that a schema states are kept.
 */
export function schemaFault(fault: z.core.$ZodIssue): string {
  switch (fault.code) {
    case 'invalid_type':
      return fault.message.startsWith('Invalid input')
        ? `must be ${NAMES[fault.expected] ?? fault.expected}`
        : fault.message;
    case 'invalid_value':
      return fault.message.startsWith('Invalid')
        ? `must be one of: ${fault.values.map(String).join(', ')}`
        : fault.message;
    case 'too_big':
      return tooBig(fault.origin, Number(fault.maximum));
    case 'too_small':
      return fault.origin === 'string' ? 'must not be blank' : `must be ${Number(fault.minimum)} or more`;
    case 'invalid_format':
      return fault.format === 'url' ? 'must be a web address, http or https' : fault.message;
    case 'unrecognized_keys':
      return `has parts that no record has: ${fault.keys.join(', ')}`;
    default:
      return fault.message;
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `has more than ${maximum} characters`;
  return origin === 'array' ? `lists more than ${maximum}` : `must be ${maximum} or less`;
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
