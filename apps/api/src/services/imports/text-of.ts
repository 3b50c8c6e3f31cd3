import { canonicalJson, type JsonObject } from '@corridor/store';

/** One text of equal values, whatever the order of their properties. */
export function textOf(value: unknown): string {
  return canonicalJson(asJson(value));
}

/** Guarantee: records and parts of records are JSON, and only these are given. */
function asJson(value: unknown): JsonObject {
  return value as JsonObject;
}
