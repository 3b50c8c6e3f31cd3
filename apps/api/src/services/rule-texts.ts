import type { RuleKey } from '@corridor/domain';

/** In words, for those who read no codes. */
export const RULE_TEXTS: Readonly<Record<RuleKey, string>> = {
  'no-such-step': 'that status does not follow the present one',
  'two-independent-sources': 'it needs two sources of independent origin',
  'grade-b2': 'it needs a grade of B2 or better',
  'other-analyst': 'somebody other than who reported it confirms it',
};
