import { expect, test } from 'vitest';
import { articleOfText } from './article-of-text.ts';
import { extractDrafts } from './extract-drafts.ts';
import { portfolioContext } from './testing/evaluation/portfolio-context.ts';

const { context } = await portfolioContext();

function targets(text: string) {
  const { drafts } = extractDrafts({ ...articleOfText(text, { published: '2025-10-14' }), title: '', text }, context);
  return drafts.map(({ draft }) => [draft.target, draft.targetType]);
}

test.each([
  [
    'Four policemen were killed when militants attacked a check post in Bannu on Monday.',
    'check post',
    'security-forces',
  ],
  [
    'Police in Bannu said a bomb went off near a bus carrying pilgrims on Monday.',
    'bus carrying pilgrims',
    'civilians',
  ],
  ['Residents of Bannu heard the blast on Monday when militants bombed a clinic.', 'clinic', 'civilians'],
  ['Three policemen were killed when a bomb hit their van in Bannu on Monday.', 'van', 'security-forces'],
  [
    'A roadside bomb hit a vehicle of the security forces in Bannu on Monday.',
    'vehicle of the security forces',
    'security-forces',
  ],
  ['A man drove a car packed with explosives into an army camp in Bannu on Monday.', 'army camp', 'security-forces'],
  ['An explosion tore through a Levies vehicle in Bannu on Monday.', 'Levies vehicle', 'security-forces'],
  ['Gunmen opened fire on police in a bazaar in Bannu on Monday.', 'police', 'security-forces'],
  ['A grenade was thrown at a school in Bannu on Monday. Residents said nobody was hurt.', 'school', 'civilians'],
  [
    'A constable was killed when militants attacked the Abbasa Khattak police post in Bannu on Monday.',
    'police post',
    'security-forces',
  ],
  [
    'Train services stopped after a portion of the railway track was blown up near Jacobabad on Monday.',
    'railway track',
    'infrastructure',
  ],
  [
    'Dacoits intercepted a Karachi-bound passenger coach near Kashmore on Monday and took away nine passengers.',
    'passenger coach',
    'civilians',
  ],
  [
    'An IED exploded as a vehicle of the security forces was passing by in Tank on Monday, killing a soldier.',
    'vehicle of the security forces',
    'security-forces',
  ],
  ['پیر کو بنوں میں دہشت گردوں نے پولیس چوکی پر دستی بم پھینکا۔', 'پولیس چوکی', 'security-forces'],
])('names what was attacked: %s', (text, target, type) => {
  expect(targets(text)).toEqual([[target, type]]);
});
