import { z } from 'zod';

/** A JSON schema as the OpenAPI document has it, as far as values are made from it. */
export type JsonSchema = { readonly [key: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** One method of one path, as the document describes it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Null for one that takes no body. */
  readonly body: JsonSchema | null;
  /** Statuses that it says it answers with. */
  readonly statuses: ReadonlySet<number>;
}

const schema = z.record(z.string(), z.unknown());
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.partialRecord(
      z.enum(METHODS),
      z.object({
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.enum(['query', 'path', 'header', 'cookie']),
              required: z.boolean().default(false),
              schema,
            }),
          )
          .default([]),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

export interface ApiDocument {
  readonly operations: readonly Operation[];
  /** By name, for `$ref`. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** Reads what the server serves at /v1/openapi.json. */
export function readDocument(text: string): ApiDocument {
  const { components, paths } = documentSchema.parse(JSON.parse(text));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method): readonly Operation[] => {
      const described = methods[method];
      if (!described) return [];
      const { parameters, requestBody, responses } = described;
      const statuses = new Set(Object.keys(responses).map(Number));
      const body = requestBody?.content['application/json']?.schema ?? null;
      return [{ method: method.toUpperCase(), path, parameters, body, statuses }];
    }),
  );
  return { operations, schemas: components.schemas };
}
