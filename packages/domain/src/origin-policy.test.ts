import { expect, test } from 'vitest';
import { countedOnly, DEFAULT_ORIGIN_RULES, parseOriginRules, policyOf } from './origin-policy.ts';

test.each([
  ['acled', 'counts'],
  ['ACLED', 'counts'],
  [' acled-curated', 'counts'],
  ['gtd', 'counts'],
  ['GTD 2020', 'counts'],
  ['ucdp-ged', 'share'],
  ['corridor-watch', 'share'],
  ['our-acled', 'share'],
] as const)('%j is %s where nobody says otherwise', (origin, policy) => {
  expect(policyOf(origin, DEFAULT_ORIGIN_RULES)).toBe(policy);
  expect(countedOnly(DEFAULT_ORIGIN_RULES)(origin)).toBe(policy === 'counts');
});

test('the operator’s rules stand beside the others, the very origin before its beginning, the longest beginning first', () => {
  const rules =
    parseOriginRules(' acled=share, Partner-*=counts ,partner-open-*=share,partner-open-x=counts') ?? new Map();
  const policies = ['acled', 'acled-api', 'gtd', 'partner-1', 'partner-open-y', 'partner-open-x', 'partner', 'own'];
  expect(policies.map((origin) => policyOf(origin, rules))).toEqual([
    ...['share', 'counts', 'counts', 'counts', 'share', 'counts', 'share', 'share'],
  ]);
});

test.each([
  'acled',
  'acled=',
  '=share',
  'acled=secret',
  'acled=share,,gtd=share',
  'a*b=share',
  'acled=share;gtd=share',
])('takes no %j for rules', (text) => expect(parseOriginRules(text)).toBeNull());
