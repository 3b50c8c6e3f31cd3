import { readEvaluationTexts } from '@corridor/cpec-data';
import { DUPLICATE_THRESHOLD, type Incident, type IncidentSummary, scoreDuplicate } from '@corridor/domain';
import { createBoundaries, distanceBetween, uncertaintyOf } from '@corridor/geography';
import { expect, test } from 'vitest';
import { articleOfText } from './article-of-text.ts';
import { extractDrafts } from './extract-drafts.ts';
import type { ExtractedDraft } from './extraction.ts';
import { TEXT_LIMITS } from './split-text.ts';
import { extract } from './testing/evaluation/evaluate.ts';
import { evaluationTextsSchema } from './testing/evaluation/evaluation-text.ts';
import { portfolioContext } from './testing/evaluation/portfolio-context.ts';

const { context, portfolio } = await portfolioContext();
const boundaries = createBoundaries(portfolio.basemap.base, portfolio.info.districts, portfolio.info.provinces);

function read(text: string, published: string | null = '2025-03-12') {
  return extractDrafts({ ...articleOfText(text, { published }), title: '', text }, context);
}

/** The text of a draft's evidence for a field. */
function evidenceFor({ evidence }: ExtractedDraft, field: string, text: string): string[] {
  return evidence.filter((one) => one.field === field).map(({ end, start }) => text.slice(start, end));
}

test('drafts one development of a meeting, recalls the bombing as the record that exists, and links the sites', async () => {
  const texts = evaluationTextsSchema.parse(await readEvaluationTexts('tuning'));
  const meeting = texts.find(({ id }) => id === 'assistant-minister');
  if (meeting === undefined) throw new Error('The text of the meeting is gone');
  const { background, drafts, sites } = extract(meeting, context);
  expect(drafts.map(({ draft }) => [draft.eventType, draft.occurred.start])).toEqual([
    ['Strategic developments', '2025-05-26'],
  ]);
  expect(sites.flatMap(({ ids }) => ids)).toContain('gwadar-port');
  const scores = background.map(({ draft }) => {
    const scored = portfolio.incidents.map((incident) => ({ id: incident.id, score: likenessTo(draft, incident) }));
    return scored.sort((one, other) => other.score - one.score)[0];
  });
  expect(scores.map((best) => best?.id)).toEqual(['2024-10-06-karachi-airport']);
  expect(scores[0]?.score).toBeGreaterThanOrEqual(DUPLICATE_THRESHOLD);
});

test.each([
  ['Bomb at a shrine in Shikarpur\nA device went off inside the shrine.', 'Shikarpur', 'Remote explosive/landmine/IED'],
  ['Two policemen shot on patrol in Quetta', 'Quetta', 'Armed clash'],
  ['Three labourers killed in Turbat', 'Kech', 'Attack'],
  ['Eleven soldiers were killed in Orakzai.', 'Orakzai', 'Armed clash'],
])('takes what a headline says for an event: %s', (text, district, type) => {
  expect(read(text).drafts.map(({ draft }) => [draft.place?.district, draft.subEventType])).toEqual([[district, type]]);
});

test.each([
  'Three labourers killed as roof collapses in Turbat',
  'Three killed in Quetta as bus and van collide: a collision on the bypass',
  'Actor shot a scene with two children in Gwadar',
  'Prices are killing traders in Quetta',
])('takes no accident or figure of speech for an event: %s', (text) => {
  expect(read(text).drafts).toEqual([]);
});

/** What tells the drafts of a text apart: the district, the type, and the tolls by kind. */
function brief(text: string): unknown[] {
  return read(text).drafts.map(({ draft: { casualties, place, subEventType } }) => {
    const tolls = Object.entries(casualties ?? {}).flatMap(([kind, range]) => (range ? [`${kind} ${range.best}`] : []));
    return [place?.district, subEventType, ...tolls].join(', ');
  });
}

test('counts the attackers of a sentence before where all or both of them were killed', () => {
  expect(
    brief('Three gunmen stormed a hotel in Gwadar, killing two guards.\nAll three were shot dead by troops.'),
  ).toEqual(['Gwadar, Armed clash, killed 2, attackersKilled 3']);
  expect(brief('Two attackers fired on a convoy in Gwadar, wounding a soldier. Both attackers died.')).toEqual([
    'Gwadar, Armed clash, wounded 1, attackersKilled 2',
  ]);
  expect(brief('Four gunmen abducted three labourers in Turbat. All three were killed the next day.')).toEqual([
    'Kech, Abduction/forced disappearance, killed 3, abducted 3',
  ]);
});

test.each([
  'Three gunmen attacked a hotel near Gwadar and took three cooks along. All three were shot dead near the police station.',
  'Three gunmen stormed a hotel in Gwadar on Monday. All three guards were killed by the attackers, police said.',
  'Gunmen fired on three guards in Gwadar. All of them were killed on the spot.',
])('counts no victims among the attackers: %s', (text) => {
  expect(brief(text).join()).toContain('killed 3');
  expect(brief(text).join()).not.toContain('attackersKilled');
});

test('takes others who act beside attackers for attackers too', () => {
  const text =
    'A bomber blew up his vehicle at the gate of a camp in Tank, after which four others entered it. All of them were killed.';
  expect(brief(text)).toEqual(['Tank, Suicide bomb, attackersKilled 4']);
});

test.each<[string, string[]]>([
  ['Seven were killed in Tank and four in Bannu on Saturday.', ['Tank, Attack, killed 7', 'Bannu, Attack, killed 4']],
  [
    'Gunmen shot dead three policemen in Bannu and two soldiers in Tank on Saturday.',
    ['Bannu, Armed clash, killed 3', 'Tank, Armed clash, killed 2'],
  ],
])('gives the places of one verb a toll each: %s', (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test('begins an event where a paragraph says where it was before it tells the act, and goes back to one that was told', () => {
  const report = [
    'Armed men killed eight travellers at Rarasham in Musakhel district on Sunday.',
    'Far to the west, on the N-25 at Gidar in Surab district, a second band held the road. They checked papers. Seventeen trucks were set on fire.',
  ].join('\n');
  expect(brief(report)).toEqual(['Musakhel, Attack, killed 8', 'Surab, Looting/property destruction']);
  const sum = [
    'Security forces killed 12 militants in two operations on Friday.',
    'Eight militants were killed in an operation in Tank. In another operation in Bannu four militants were killed.',
    'Two soldiers embraced martyrdom in the Tank operation.',
  ].join('\n');
  expect(brief(sum)).toEqual([
    'Tank, Armed clash, killed 2, attackersKilled 8',
    'Bannu, Armed clash, attackersKilled 4',
  ]);
});

test('tells an operation later in the day from a bomb, and files who was hurt where no place is known beside news', () => {
  const report = [
    'A roadside bomb killed three soldiers in North Waziristan on Tuesday.',
    'Later in the day, troops launched a clearance operation in the hills. Six militants were killed.',
  ].join('\n');
  expect(brief(report)).toEqual([
    'North Waziristan, Remote explosive/landmine/IED, killed 3',
    ', Armed clash, attackersKilled 6',
  ]);
  expect(
    brief('A blast killed two policemen in Bannu. On the same day, armed men shot dead an elder in a hamlet.'),
  ).toEqual(['Bannu, Remote explosive/landmine/IED, killed 2', ', Attack, killed 1']);
});

test.each([
  ['Clashes between two tribes in Kurram, which began on Thursday, left nine people dead till Sunday.', '06/09'],
  [
    'A truce was agreed in Kurram on Monday after clashes left nine dead.\nThe fighting broke out on Thursday.',
    '06/10',
  ],
  ['Militants attacked a post in Bannu on Sunday night, killing two. The gunfight lasted till 3am on Monday.', '09/10'],
  ['ضلع کرم میں جمعرات سے جاری جھڑپوں میں اتوار کی رات تک نو افراد ہلاک ہو چکے ہیں۔', '06/09'],
  ['Four militants were killed in an operation in Tank in the night between March 3 and 4.', '03/04'],
  ['Troops raided a house in Tank overnight and killed four militants, the army said on Monday.', '09/10'],
  ['Police said on Tuesday that gunmen had shot dead a teacher in Turbat the previous night.', '10/10'],
])('dates a fight by its days, and a night by both of its own: %s', (text, days) => {
  const spans = read(text).drafts.map(
    ({ draft: { occurred } }) => `${occurred.start.slice(-2)}/${occurred.end.slice(-2)}`,
  );
  expect(spans).toEqual([days]);
});

test('takes the deadliest of several attacks for news, and both of two who died for the dead', () => {
  const report = [
    'Eleven people were killed in a string of attacks across Khyber Pakhtunkhwa on Tuesday.',
    'The deadliest of them took place in Hangu, where a bomb went off outside a mosque. Six worshippers were killed.',
    'Elsewhere, two policemen were ambushed in Lakki Marwat. Both died on the spot.',
  ].join('\n');
  expect(brief(report)).toEqual([
    'Hangu, Remote explosive/landmine/IED, killed 6',
    'Lakki Marwat, Armed clash, killed 2',
  ]);
});

test('takes what stands before the most serious of several incidents for their sum, and last week for what was before', () => {
  const report = [
    'Seven people were killed in a day of violence in Balochistan that also saw a railway bridge blown up, officials said on Sunday.',
    'In the most serious incident, armed men ambushed a Levies vehicle near Kolpur on Saturday. Three Levies men died.',
    'In Turbat, a hand grenade was thrown at a shop. A boy lost his life.',
    'The railway bridge near Dera Allah Yar was damaged by explosives.',
  ].join('\n');
  expect(brief(report)).toEqual([
    'Kachhi, Armed clash, killed 3',
    'Kech, Grenade, killed 1',
    'Jafarabad, Remote explosive/landmine/IED',
  ]);
  const { background, drafts } = read(
    'Militants kidnapped an official and his driver from a bazaar in Tank on Monday. Last week, three employees were abducted from the same area.',
  );
  expect([...drafts, ...background].map(({ draft }) => draft.casualties?.abducted?.best)).toEqual([2, 3]);
});

test('tells two events of a lead by "hours before", and gives each what is said of it later', () => {
  const wire = [
    'QUETTA, Pakistan (Agency) — Militants stormed a bus in southwestern Pakistan and killed nine passengers, hours before a roadside bomb killed four soldiers in the same province, officials said on Friday.',
    'The bus was stopped in the Zhob district late on Thursday.',
    'The bomb went off near an army truck in Kech district. Six other soldiers were wounded.',
    'Last month, gunmen killed three labourers in Kalat district.',
  ].join('\n');
  expect(brief(wire)).toEqual(['Zhob, Attack, killed 9', 'Kech, Remote explosive/landmine/IED, killed 4, wounded 6']);
  expect(read(wire).background.map(({ draft }) => draft.place?.district)).toEqual(['Kalat']);
});

test('takes bombers among those who were killed for no bombing, and a remote-controlled blast for a bomb', () => {
  expect(brief('Fifteen militants, including four suicide bombers, were killed by troops in Kurram district.')).toEqual(
    ['Kurram, Armed clash, attackersKilled 15'],
  );
  expect(brief('A policeman was killed in a remote-controlled blast in Upper Dir.')).toEqual([
    'Upper Dir, Remote explosive/landmine/IED, killed 1',
  ]);
  expect(brief('Armed men lined up nine workers in Turbat and opened fire, killing all of them.')).toEqual([
    'Kech, Attack, killed 9',
  ]);
});

test('leaves an attack of another kind, which a sentence opens with "later", out of the one before', () => {
  const text =
    'Gunmen fired at a polio team in Lakki Marwat on Monday, killing a policeman. Later in the evening, a checkpost came under a rocket attack, but no loss was reported.';
  expect(brief(text)).toEqual(['Lakki Marwat, Attack, killed 1']);
});

test('takes somebody who is found dead after he was abducted for killed, of the day on which he was found', () => {
  const found = (text: string) => read(text).drafts.map(({ draft }) => [draft.subEventType, draft.occurred.start]);
  expect(found('The body of a man who was abducted a week ago was found in Panjgur on Monday.')).toEqual([
    ['Attack', '2025-03-10'],
  ]);
  expect(found('The body of a trader was found in Wadh on Monday. He had been abducted last week.')).toEqual([
    ['Attack', '2025-03-10'],
  ]);
  expect(brief('Two abducted miners were found dead in Harnai on Tuesday.')).toEqual(['Harnai, Attack, killed 2']);
});

test('takes people who were killed and others who were taken along for an attack', () => {
  expect(brief('Armed men killed three labourers and abducted two others in Kalat on Saturday.')).toEqual([
    'Kalat, Attack, killed 3, abducted 2',
  ]);
});

test('takes what people protest against for no event of its own, and the dead of traffic for none', () => {
  expect(brief('Residents blocked the highway in Turbat on Friday against the kidnapping of a student.')).toEqual([
    'Kech, Peaceful protest',
  ]);
  expect(brief('At least 2,300 people were killed on the roads of Punjab in six months.')).toEqual([]);
  expect(brief('A peasant suspected of stealing a motorcycle was shot dead in Umerkot on Monday.')).toEqual([
    'Umerkot, Attack, killed 1',
  ]);
});

test('loses no news between the datelines of a report', () => {
  const report = [
    'QUETTA: A policeman was shot dead on Monday.',
    'In another attack, a bomb wounded two soldiers in Kalat.',
    'KARACHI: A grenade wounded a trader in Lyari on Monday.',
    'A guard was shot dead in Gwadar the same day.',
  ].join('\n');
  expect(brief(report)).toEqual([
    'Quetta, Armed clash, killed 1',
    'Kalat, Remote explosive/landmine/IED, wounded 2',
    'Karachi South, Grenade, wounded 1',
    'Gwadar, Armed clash, killed 1',
  ]);
});

test('reads what introduces a digest as news where it sums nothing up', () => {
  const digest = [
    'A bomb killed two soldiers in Tank on Monday.',
    'Kalat: A policeman was shot dead by unknown men on Monday.',
    'Swat: Police arrested two suspected militants on Monday.',
  ].join('\n');
  expect(brief(digest)).toEqual([
    'Tank, Remote explosive/landmine/IED, killed 2',
    'Kalat, Armed clash, killed 1',
    'Swat, Arrests',
  ]);
});

test('lends whoever a lead names to news alone, not to what is recalled', () => {
  const text =
    'The BLA claimed three attacks across Balochistan on Monday.\nA soldier was shot dead in Kalat.\nA bomb wounded a guard in Turbat.\nIn March 2024 a grenade killed a trader in Quetta.';
  const { background, drafts } = read(text);
  expect(drafts.map(({ draft }) => draft.actors?.[0]?.name)).toEqual(['BLA', 'BLA']);
  expect(background.map(({ draft }) => draft.actors)).toEqual([undefined]);
});

test('titles a clause by itself, and sums up in the order of the text', () => {
  const text = 'Three policemen were killed by a bomb in Bannu, while two teachers were shot dead in Turbat.';
  const [, second] = read(text).drafts;
  expect(second?.draft.title).toBe('Two teachers were shot dead in Turbat.');
  const lead = 'Grenades were thrown in Quetta and Sibi on Monday.\nIn Quetta, a constable was killed.';
  expect(read(lead).drafts[0]?.draft.summary).toMatch(/^Grenades .* killed\.$/);
});

test('dates what a sentence only tells from the day before it, and no event by the day of its report', () => {
  const days = (text: string) => read(text, '2025-04-10').drafts.map(({ draft: { occurred } }) => occurred.start);
  expect(
    days('A policeman was shot dead in Bannu on Tuesday.\nA day earlier, a bomb in Tank wounded two guards.'),
  ).toEqual(['2025-04-08', '2025-04-07']);
  expect(
    days('8 اپریل کو کوئٹہ میں بم دھماکے میں دو اہلکار شہید ہوئے۔ اسی روز تربت میں فائرنگ سے ایک مزدور قتل ہوا۔'),
  ).toEqual(['2025-04-08', '2025-04-08']);
  expect(days('PESHAWAR, Pakistan, April 10 - A bomber killed five officers in Bannu late on Tuesday.')).toEqual([
    '2025-04-08',
  ]);
});

test('takes a hospital in another town, a province at the end of a line, and weapons that were found for no event', () => {
  expect(
    brief('A bomb hit a van in Hub on Tuesday, killing a guard.\nA second guard died at a hospital in Karachi.'),
  ).toEqual(['Hub, Remote explosive/landmine/IED, killed 2']);
  expect(
    brief('Trains between Sindh and Balochistan stopped after the track was blown up near Jacobabad on Tuesday.'),
  ).toEqual(['Jacobabad, Remote explosive/landmine/IED']);
  expect(
    brief('Police arrested three militants in Peshawar on Tuesday and recovered hand grenades from them.'),
  ).toEqual(['Peshawar, Arrests']);
});

/** The recalled events of a text: the day or month, the district and how many were killed. */
function recalled(text: string): unknown[] {
  return read(text).background.map(({ draft: { casualties, occurred, place } }) =>
    [occurred.start, place?.district, casualties?.killed?.best].join(', '),
  );
}

test('files nothing of a verdict, also where later paragraphs tell of the attack', () => {
  const text =
    'A court in Lahore sentenced a man to death on Tuesday for the suicide bombing of a rally on Feb 13, 2017.\nTwo others were acquitted.\nAt least 13 people were killed in the attack, which was claimed by Jamaat-ul-Ahrar.';
  expect(brief(text)).toEqual([]);
  expect(recalled(text)).toEqual(['2017-02-13, Lahore, 13']);
});

test('recalls killings without a word for the attack, each by itself, and nothing that only grew', () => {
  const text =
    'Gunmen killed six workers in Buleda on Monday.\nAttacks have increased since the group ended a ceasefire last year. In May, seven barbers were killed near Gwadar. In January, a bomber struck a mosque in Peshawar, killing 80 people.';
  expect(recalled(text)).toEqual(['2024-05-01, Gwadar, 7', '2025-01-01, Peshawar, 80']);
});

test('places in the district of the news what is recalled of the same district', () => {
  expect(
    recalled(
      'A bomb killed four Levies men in Kachhi on Monday.\nNine men had lost their lives in the bombing of a truck in the same district on March 6.',
    ),
  ).toEqual(['2025-03-06, Kachhi, 9']);
});

test('recalls what was days before the news, also within the two weeks in which news may be told', () => {
  const text =
    'Gunmen shot seven bus passengers dead in Musakhel on Tuesday.\nOn March 1, militants killed 23 people in Kalat.';
  expect(brief(text)).toEqual(['Musakhel, Attack, killed 7']);
  expect(recalled(text)).toEqual(['2025-03-01, Kalat, 23']);
});

test('takes what stands before the first of several attacks for the sum of them', () => {
  const text =
    'Rockets were fired at a police station and a grenade was thrown at an office in Balochistan, wounding six people in all.\nIn the first attack, militants fired rockets at the police station in Mach on Monday. Two constables were wounded.\nOn Tuesday a hand grenade was thrown into an office in Turbat. Four people were wounded.';
  expect(brief(text)).toEqual(['Kachhi, Shelling/artillery/missile attack, wounded 2', 'Kech, Grenade, wounded 4']);
});

test('takes passengers who are still held for abducted, and a bomb that did not go off for disrupted', () => {
  expect(
    brief(
      'Dacoits kidnapped 14 passengers of a coach near Kashmore on Monday night, but five of them were recovered by police.',
    ),
  ).toEqual(['Kashmore, Abduction/forced disappearance, abducted 14']);
  expect(
    brief(
      'Police foiled a terrorism bid by defusing a bomb under a bridge in Bannu on Tuesday. The explosive device was of 12 kilograms.',
    ),
  ).toEqual(['Bannu, Disrupted weapons use']);
});

test('reads the day and the place of a development in the sentences after it', () => {
  const text =
    'ISLAMABAD, March 12 (Agency) -- Police defused a bomb beside a road to a power station in northwest Pakistan, officials said on Wednesday.\nA worker noticed it near Balakot, in Mansehra district, on Tuesday morning.';
  const [draft] = read(text).drafts;
  expect([draft?.draft.occurred.start, draft?.draft.place?.district]).toEqual(['2025-03-11', 'Mansehra']);
});

test('titles an item of a digest without its heading', () => {
  const titles = (...items: readonly string[]) => read(items.join('\n')).drafts.map(({ draft }) => draft.title);
  const guard = 'A bomb wounded a guard.';
  const policeman = 'A policeman was shot dead by unknown men.';
  expect(titles(`8 Mar, Kalat: ${policeman}`, `9 Mar, Swat: ${guard}`)).toEqual([policeman, guard]);
  expect(titles(`(1) Kalat, March 8: a${policeman.slice(1)}`, `(2) Swat: ${guard}`)).toEqual([policeman, guard]);
});

test('dates later deaths by the attack, and an attack by the day before its total', () => {
  const days = (text: string) => read(text).drafts.map(({ draft: { occurred } }) => occurred.start);
  expect(days("The toll of Sunday's bombing of a mosque in Quetta rose to nine, officials said.")).toEqual([
    '2025-03-09',
  ]);
  expect(days('بگن میں ہفتے کو قافلے پر مسلح افراد کی فائرنگ سے ہلاک ہونے والوں کی تعداد پانچ ہو گئی ہے۔')).toEqual([
    '2025-03-08',
  ]);
});

test('takes a quarter of a city for no other place than the city', () => {
  const text =
    'Gunmen fired on a car in Karachi on Tuesday.\nThe car was hit by eight bullets in the SITE area, wounding a driver.';
  expect(brief(text)).toEqual(['Keamari, Attack, wounded 1']);
});

test('gives what is said later to the event that it is said of', () => {
  const text =
    'A bomb tore through a Levies pickup in Kachhi on Monday, while in Khuzdar a grenade attack on a shop wounded three passers-by.\nThe pickup was on patrol. Four Levies men died and six were wounded.\nThe BLA claimed the bombing in Kachhi.';
  expect(brief(text)).toEqual([
    'Kachhi, Remote explosive/landmine/IED, killed 4, wounded 6',
    'Khuzdar, Grenade, wounded 3',
  ]);
  expect(read(text).drafts.map(({ draft }) => draft.actors?.length)).toEqual([1, undefined]);
});

test('gives a claim to the events that it names, and none of its own', () => {
  const text =
    'Gunmen burned trucks in Chagai on Monday.\nIn Mastung, a Levies post was attacked on Monday and two men died.\nA bomb damaged the track near Machh on Monday.\nThe BLA claimed the attacks in Chagai and Mastung.\nThe Baloch Republican Guards claimed the explosion.';
  expect(read(text).drafts.map(({ draft }) => [draft.place?.district, draft.actors?.map(({ name }) => name)])).toEqual([
    ['Chagai', ['BLA']],
    ['Mastung', ['BLA']],
    ['Kachhi', ['Baloch Republican Guards']],
  ]);
});

test('takes an attack that was foiled at a post for one, and bullet-proof cars and weapons in a store for none', () => {
  expect(
    brief('Police foiled an attack on the Jhangi checkpost in Taunsa on Tuesday. Three constables were injured.'),
  ).toEqual(['Taunsa, Armed clash, wounded 3']);
  expect(brief('Companies in Lahore will have to provide bullet-proof vehicles and guards.')).toEqual([]);
  expect(
    brief(
      'سی ٹی ڈی نے منگل کو باڑہ میں گودام پر چھاپہ مار کر بارودی مواد قبضے میں لے لیا۔ کارروائی میں 14 دستی بم بھی ملے۔',
    ),
  ).toEqual(['Khyber, Disrupted weapons use']);
});

test('knows where somebody comes from, and who is only asked', () => {
  const text =
    'Gunmen killed six labourers from the province of Punjab in the village of Pishukan on Tuesday.\nA faction led by Hafiz Gul Bahadur said it was behind the attack. The Pakistani Taliban, a separate group, had no immediate comment.';
  expect(brief(text)).toEqual(['Gwadar, Attack, killed 6']);
  expect(read(text).drafts[0]?.draft.actors?.map(({ name }) => name)).toEqual(['Hafiz Gul Bahadur group']);
});

test('places nothing where a train had to wait, and a district of Karachi before the city', () => {
  expect(
    brief('A bomb damaged the track near Machh on Tuesday.\nThe Jaffar Express was stopped at Sibi after the blast.'),
  ).toEqual(['Kachhi, Remote explosive/landmine/IED']);
  expect(brief('سی ٹی ڈی نے منگل کو کراچی کے ضلع ملیر میں بی ایل اے کے دو کارندوں کو گرفتار کر لیا۔')).toEqual([
    'Malir, Arrests',
  ]);
});

test('reads two events of a day in one district as two where the text says so', () => {
  const text =
    'جمعے کو میران شاہ میں بم دھماکے میں چار افراد جاں بحق ہو گئے۔\nاسی روز شام کو میر علی میں ایک مکان پر مارٹر گولہ گرنے سے دو بچے زخمی ہو گئے۔';
  expect(brief(text)).toEqual([
    'North Waziristan, Remote explosive/landmine/IED, killed 4',
    'North Waziristan, Shelling/artillery/missile attack, wounded 2',
  ]);
});

test('begins an event where a paragraph names another place before it tells the act', () => {
  const text =
    'A police post in Taunsa came under fire on Tuesday and two constables were injured.\nSeparately, the counter-terrorism department went to a house in Mianwali on Wednesday. Three militants were killed in an exchange of fire.';
  expect(brief(text)).toEqual(['Taunsa, Armed clash, wounded 2', 'Mianwali, Armed clash, attackersKilled 3']);
});

test('takes an operation that only arrests for an arrest, and the coast of Makran for no other place', () => {
  expect(brief('The CTD arrested three BLA men in an intelligence-based operation in Quetta on Tuesday.')).toEqual([
    'Quetta, Arrests',
  ]);
  expect(
    brief(
      'Fishermen blocked the expressway in Gwadar on Tuesday against trawling along the Makran coast.\nThe protest ended in the evening.',
    ),
  ).toEqual(['Gwadar, Peaceful protest']);
});

test('takes for an attack what was attacked, and no word of an opposition', () => {
  expect(
    brief(
      'A convoy of Chinese engineers came under attack near Gwadar on Monday. No Chinese national was harmed, but a guard was wounded.',
    ),
  ).toEqual(['Gwadar, Attack, wounded 1, chineseKilled 0, chineseWounded 0']);
  expect(brief('A vehicle carrying Chinese nationals was attacked in Karachi on Monday.')).toEqual([
    'Karachi South, Attack',
  ]);
  expect(brief('The minister came under attack from the opposition in Islamabad on Monday.')).toEqual([]);
  expect(brief('Residents staged a sit-in in Gwadar on Monday against the killing of two fishermen.')).toEqual([
    'Gwadar, Peaceful protest',
  ]);
});

test('leaves a claim of what is recalled to that', () => {
  const text =
    'A bomb killed a guard in Gwadar on Monday.\nIn March 2024, gunmen killed two guards in Turbat. The BLF claimed the attack.';
  const { background, drafts } = read(text);
  expect(drafts[0]?.draft.actors).toBeUndefined();
  expect(background[0]?.draft.actors?.map(({ name }) => name)).toEqual(['BLF']);
});

test('knows the places of a dateline from those of the news', () => {
  const text =
    'LAKKI MARWAT / TANK / MIRAMSHAH: Three policemen were killed by a bomb in Lakki Marwat on Tuesday, while an elder and his driver were gunned down in Mirali and a checkpost in Tank came under fire.';
  expect(brief(text)).toEqual([
    'Lakki Marwat, Remote explosive/landmine/IED, killed 3',
    'North Waziristan, Attack, killed 2',
    'Tank, Armed clash',
  ]);
});

test('tells two acts of a district apart by their villages, and a place that opens a paragraph from what had none', () => {
  expect(
    brief(
      'Soldiers were ambushed near Datta Khel on Monday and two died.\nA drone bombed a house in Mir Ali, killing a woman.',
    ),
  ).toEqual(['North Waziristan, Armed clash, killed 2', 'North Waziristan, Air/drone strike, killed 1']);
  expect(
    brief('An engineer was killed by a bomb near Mohmand Dam.\nIN PESHAWAR, a scholar was shot dead on Monday.'),
  ).toEqual(['Mohmand, Remote explosive/landmine/IED, killed 1', 'Peshawar, Attack, killed 1']);
});

test.each([
  ['بنوں میں ایف سی کے کیمپ پر خودکش حملے میں چار اہلکار شہید ہو گئے۔', 'کیمپ'],
  ['باجوڑ میں ایک گھر پر مارٹر گولہ گرنے سے دو بچے جاں بحق ہو گئے۔', 'گھر'],
  ['پنجگور میں ایک امیدوار کی رہائش گاہ پر دستی بم پھینکا گیا۔', 'رہائش گاہ'],
  ['تمپ میں سیکیورٹی فورسز کی گاڑی کے قریب بم دھماکے میں دو اہلکار شہید ہو گئے۔', 'گاڑی'],
])('knows in Urdu what an act was aimed at: %s', (text, target) => {
  expect(read(text).drafts[0]?.draft.target).toMatch(new RegExp(`${target}$`));
});

test('names the finer of two actors, and no side where a group is named', () => {
  const actors = (text: string) =>
    read(text).drafts.flatMap(({ draft }) => draft.actors?.map(({ name }) => name) ?? []);
  expect(
    actors(
      'A bomb killed an elder in Bajaur on Monday. Islamic State Khorasan, a branch of the Islamic State, claimed it.',
    ),
  ).toEqual(['ISKP']);
  expect(
    actors(
      'A bomb killed a soldier in Turbat on Monday. The BLF, one of the Baloch separatists, said its men had done it.',
    ),
  ).toEqual(['BLF']);
});

test('reads each item of a digest by itself, with the place and the day of its heading', () => {
  const digest = [
    '10 Mar - Kalat. A policeman was shot dead by unknown men.',
    'Gwadar: An explosion damaged a van in Jiwani and wounded three people.',
    'Quetta: The chief minister opened a college for girls.',
    '11 Mar, Swat: Police arrested two suspected militants.',
    'Comment: An attack killed nine soldiers in Kalat in December.',
  ].join('\n');
  expect(brief(digest)).toEqual([
    'Kalat, Armed clash, killed 1',
    'Gwadar, Remote explosive/landmine/IED, wounded 3',
    'Swat, Arrests',
  ]);
  expect(read(digest).drafts.map(({ draft }) => draft.occurred.start)[2]).toBe('2025-03-11');
});

test('reads items under a day, numbered items, and finds and arrests among them', () => {
  const digest = [
    'FRIDAY, MAR 7',
    'Kalat: A policeman was shot dead by unknown men.',
    'Saturday',
    'Swat: The Counter Terrorism Department announced the arrest of a suspect.',
  ].join('\n');
  const days = read(digest).drafts.map(({ draft: { occurred, place } }) => `${place?.district} ${occurred.start}`);
  expect(days).toEqual(['Kalat 2025-03-07', 'Swat 2025-03-08']);
  const numbered = [
    'Entries of the week by district.',
    '1. Ghotki. March 6. A motorcycle rigged with explosives blew up near a patrol. Two rangers were killed.',
    '(2) PS Landhi in Korangi, March 7: hand grenade thrown at a police van, one constable injured.',
  ].join('\n');
  expect(brief(numbered)).toEqual(['Ghotki, Remote explosive/landmine/IED, killed 2', 'Korangi, Grenade, wounded 1']);
});

test.each([
  'Four “gunmen” stormed the airport of Peshawar on Monday and took passengers hostage. It was a mock exercise, the manager said.',
  'A deafening blast was heard in Sargodha on Monday; callers spoke of a rocket. The deputy commissioner said it was a sonic boom.',
  'کوئٹہ میں پیر کو دھماکے سے دو افراد جاں بحق ہو گئے۔ بم ڈسپوزل اسکواڈ کے مطابق دھماکہ گیس سلنڈر پھٹنے سے ہوا۔',
  'ایک تحقیقی ادارے کی ماہانہ رپورٹ کے مطابق حملوں کی تعداد 22 فیصد کم ہوئی۔ بلوچستان میں 15 حملوں میں 24 افراد ہلاک ہوئے۔',
])('files nothing of what was none: %s', (text) => {
  expect(brief(text)).toEqual([]);
});

test('files a measure for the safety of a project, and people who are free again in Urdu', () => {
  expect(
    brief(
      'The chief minister approved the second phase of the Gwadar Safe City project on Thursday, and a special protection unit for the port.',
    ),
  ).toEqual(['Gwadar, Other']);
  expect(brief('لکی مروت سے گزشتہ ماہ اغوا کیے گئے تین ملازمین ہفتے کو بازیاب ہو گئے۔')).toEqual([
    'Lakki Marwat, Other',
  ]);
});

test.each([
  ['Police seized 12 rifles and two rocket launchers from a warehouse in Hub on Monday.', 'Hub, Disrupted weapons use'],
  [
    'The Counter Terrorism Department recovered 6kg of explosives in Sukkur on Monday.',
    'Sukkur, Disrupted weapons use',
  ],
  ['Militants attacked a police post in Bannu on Monday, seized weapons and fled.', 'Bannu, Armed clash'],
  ['The BLA blocked the highway in Mastung on Monday and checked passengers for hours.', 'Mastung, Other'],
  ['Protesters blocked the highway in Mastung on Monday against the BLA.', 'Mastung, Peaceful protest'],
])('tells weapons that were found from those that were taken, and a blockade from a protest: %s', (text, expected) => {
  expect(brief(text)).toEqual([expected]);
});

test('counts those who are called Chinese in a later sentence', () => {
  const tolls = (text: string) => {
    const { casualties } = read(text).drafts[0]?.draft ?? {};
    return [casualties?.chineseKilled?.best, casualties?.chineseWounded?.best];
  };
  const attack = 'Two foreigners were killed and three people injured by a bomb in Quetta on Monday.';
  expect(tolls(`${attack} The dead were both Chinese nationals, officials said.`)).toEqual([2, undefined]);
  expect(tolls(`${attack} The injured were identified as Chinese engineers.`)).toEqual([undefined, 3]);
  expect(tolls(`${attack} The dead were not Chinese.`)).toEqual([undefined, undefined]);
});

test('files an arrest elsewhere that has a paragraph of its own, beside news of violence', () => {
  expect(
    brief(
      'KHAR: Two soldiers were killed by a bomb in Bajaur on Monday.\nThe CTD said that it had arrested a facilitator of militants in Nowshera on Monday.',
    ),
  ).toEqual(['Bajaur, Remote explosive/landmine/IED, killed 2', 'Nowshera, Arrests']);
});

test('reads two acts at two places of one sentence as two', () => {
  expect(
    brief('Three policemen were killed by a bomb in Bannu on Monday, while two teachers were shot dead in Turbat.'),
  ).toEqual(['Bannu, Remote explosive/landmine/IED, killed 3', 'Kech, Attack, killed 2']);
});

test('files a find that stands before news which is told apart from it', () => {
  const text =
    'Troops recovered a cache of arms in Loralai on Monday.\nSeparately, a landmine wounded a farmer in Kohlu.';
  expect(brief(text)).toEqual(['Loralai, Disrupted weapons use', 'Kohlu, Remote explosive/landmine/IED, wounded 1']);
});

test('takes a road that people block, and no landslide, for a protest', () => {
  expect(brief('Villagers blocked the Indus Highway near Kohat on Tuesday over the supply of gas.')).toEqual([
    'Kohat, Peaceful protest',
  ]);
  expect(brief('A landslide blocked the Karakoram Highway near Chilas on Tuesday.')).toEqual([]);
});

test('files an attack of which a text only tells that it is condemned, where it is of these days', () => {
  const text = (day: string) =>
    `China condemned the attack on a bus in Hub. “We condemn the attack that killed one Chinese citizen,” a spokesperson said. It took place ${day}.`;
  expect(brief(text('on Sunday'))).toEqual(['Hub, Attack, killed 1, chineseKilled 1']);
  expect(brief(text('in October'))).toEqual([]);
});

test('places in the country what a text does not place in any part of it', () => {
  const [draft] = read('A bomb killed four soldiers in northwest Pakistan on Monday, the army said.').drafts;
  expect(draft?.draft.place).toMatchObject({ name: 'Pakistan', province: null, precision: 'country' });
  expect(read('A bomb killed four soldiers on the way to Pakistan on Monday.').drafts).toEqual([]);
});

test('counts nobody where nobody was hurt, and none that are only to be killed', () => {
  expect(brief('A rocket hit a hotel in Gwadar where a Chinese team was staying; nobody was hurt.')).toEqual([
    'Gwadar, Shelling/artillery/missile attack, killed 0, wounded 0',
  ]);
  expect(brief('Troops killed two militants in Tank. The operation to eliminate any other terrorist goes on.')).toEqual(
    ['Tank, Armed clash, attackersKilled 2'],
  );
});

function likenessTo(draft: ExtractedDraft['draft'], incident: Incident): number {
  const [one, other] = [
    draft.place && uncertaintyOf(draft.place, boundaries),
    uncertaintyOf(incident.place, boundaries),
  ];
  const distance = one && other ? distanceBetween(one, other) : null;
  return scoreDuplicate(draft, summaryOf(incident), { distance, sharesSource: false }).score;
}

function summaryOf(incident: Incident): IncidentSummary {
  const { casualties, grade, occurred, place } = incident;
  return {
    ...casualties,
    id: incident.id,
    title: incident.title,
    start: occurred.start,
    end: occurred.end,
    datePrecision: occurred.precision,
    eventType: incident.eventType,
    subEventType: incident.subEventType,
    actors: incident.actors.map(({ name }) => name),
    actorClaim: incident.actors[0]?.claim ?? 'unknown',
    targetType: incident.targetType,
    targetedSites: incident.targetedSites,
    placeName: place.name,
    province: place.province,
    district: place.district,
    latitude: place.latitude,
    longitude: place.longitude,
    placePrecision: place.precision,
    severity: 3,
    status: incident.status,
    grade: `${grade.reliability}${grade.credibility}`,
    chinese: false,
    summarisesDay: incident.summarisesDay,
    origin: incident.origin,
  };
}

test('shows where each value stands', () => {
  const text =
    'Two soldiers were killed when a roadside bomb went off in the Mand area of Kech district on Tuesday. The BLA claimed responsibility.';
  const [draft] = read(text).drafts;
  if (draft === undefined) throw new Error('Expected a draft');
  expect(evidenceFor(draft, 'occurred', text)).toEqual(['on Tuesday']);
  expect(evidenceFor(draft, 'place', text)).toEqual(['Mand']);
  expect(evidenceFor(draft, 'subEventType', text)).toEqual(['roadside bomb']);
  expect(evidenceFor(draft, 'casualties.killed', text)).toEqual(['Two soldiers were killed']);
  expect(evidenceFor(draft, 'actors', text)).toEqual(['BLA']);
  expect(draft.draft.actors).toEqual([{ name: 'BLA', claim: 'claimed' }]);
});

test('knows provinces by their Urdu names, and by no part of the name of an actor', () => {
  const provinceOf = (text: string) => read(text).drafts[0]?.draft.place?.province;
  expect(provinceOf('پیر کو بلوچستان میں بم دھماکے میں تین پولیس اہلکار ہلاک ہو گئے۔')).toBe('Balochistan');
  expect(provinceOf('پیر کو بلوچستان لبریشن فرنٹ کے بم دھماکے میں تین پولیس اہلکار ہلاک ہو گئے۔')).toBeUndefined();
});

test('finds no place within another word', () => {
  const text = 'The ambassador warned pirates, a machete was found, and gunmen shot dead a man on Tuesday in Lahore.';
  const { drafts } = read(text);
  expect(drafts.map(({ draft }) => draft.place?.name)).toEqual(['Lahore']);
});

test('gives a day that is not said as candidates, and a date to come as none', () => {
  const { drafts } = read(
    'Gunmen killed three labourers in Turbat. The chief minister will visit the town on 20 March 2025.',
  );
  expect(drafts[0]?.draft.occurred).toEqual({ start: '2025-03-12', end: '2025-03-12', precision: 'day' });
  expect(drafts[0]?.evidence.some(({ field }) => field === 'occurred')).toBe(false);
  expect(drafts[0]?.unsure.find(({ field }) => field === 'occurred')?.values).toHaveLength(2);
});

test('reads a time of publication in the zone of the portfolio', () => {
  const late = read('A bomb blast in Quetta killed two people today.', '2025-03-11T22:30:00Z');
  expect(late.drafts[0]?.draft.occurred.start).toBe('2025-03-12');
});

test('is of the day of reading where nobody says when it was published', () => {
  expect(read('A bomb blast in Quetta killed two people today.', null).drafts[0]?.draft.occurred.start).toBe(
    context.today,
  );
  expect(read('A bomb blast in Quetta killed two people today.', 'last spring').drafts).toHaveLength(1);
});

test('leaves the news of other countries alone', () => {
  expect(read('A bomb blast in Kabul killed two people on Tuesday.').drafts).toEqual([]);
});

test('names whom nobody is sure of as candidates: a site of several', () => {
  const { sites } = read('Unidentified gunmen fired at a truck on the M-8 on Tuesday.');
  expect(sites[0]?.ids.length).toBeGreaterThan(1);
});

test('makes drafts without controls, half characters and signs that turn the direction', () => {
  const text = 'A bomb\u0000 blast in\u202e Quetta\ud800 killed two people on Tuesday.';
  expect(read(text).drafts[0]?.draft.title).toBe('A bomb blast in Quetta killed two people on Tuesday.');
});

/** Milliseconds of one run. */
function timeOf(text: string): number {
  const begun = performance.now();
  read(text);
  return performance.now() - begun;
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['100,000 sentences', 'Killed. '.repeat(100_000)],
  ['numbers without end', '5 killed and '.repeat(80_000)],
  ['one number of a megabyte', '1,000'.repeat(200_000)],
  ['dates without end', 'on Monday 5 May 2025 to 6 May '.repeat(30_000)],
  ['names without end', 'Dera Ismail Khan, Dera Ghazi Khan, '.repeat(30_000)],
  ['blanks', ' \t'.repeat(500_000)],
  ['full stops', '. '.repeat(500_000)],
  ['abbreviations', 'A.B.C. '.repeat(140_000)],
  ['marks on one letter', `a${'\u0301'.repeat(999_999)}`],
  ['events without end', 'Gunmen killed two men in Quetta on Monday.\n'.repeat(25_000)],
  ['acts without end', 'bomb blast attack killed suicide grenade '.repeat(25_000)],
  ['Urdu digits', '۱۲ ہلاک '.repeat(120_000)],
];

test.each(HOSTILE)('takes no longer for %s than for many times its share of plain text', (_, hostile) => {
  const plain = 'The committee met again and spoke about the budget of the coming year. '
    .repeat(15_000)
    .slice(0, hostile.length);
  timeOf(plain);
  expect(timeOf(hostile)).toBeLessThan(60 * (timeOf(plain) + 20));
});

test('reads up to its limits, and says how far', () => {
  const { drafts, readTo } = read('Gunmen killed two men in Quetta on Monday.\n'.repeat(25_000));
  expect(readTo).toBeLessThanOrEqual(TEXT_LIMITS.length);
  expect(drafts.length).toBeLessThanOrEqual(20);
  const short = 'Gunmen killed two men in Quetta on Monday.';
  expect(read(short).readTo).toBe(short.length);
});

test.each([
  ['HUB: Gunmen opened fire on a police post in Hub on Monday, killing two policemen.', /^Gunmen opened fire/],
  ['ISLAMABAD (Agency) — Gunmen attacked a convoy near Turbat on Monday, killing three soldiers.', /^Gunmen attacked/],
  ['Quetta: A roadside bomb killed three soldiers near Turbat.', /^A roadside bomb/],
  ['کوئٹہ: مستونگ میں بم دھماکے میں تین پولیس اہلکار ہلاک ہو گئے۔', /^مستونگ میں/],
  ['FC soldiers were killed when a roadside bomb hit their convoy near Turbat.', /^FC soldiers/],
  ['Gunmen shot dead three soldiers near Turbat on Monday: nobody claimed it.', /^Gunmen shot/],
])('leaves the place that a report was written at out of the title: %s', (text, title) => {
  expect(read(text).drafts[0]?.draft.title).toMatch(title);
});

test.each([
  ['Two Chinese engineers were killed in a suicide bombing near Karachi airport on Sunday.', 'Two Chinese engineers'],
  ['A suicide bombing near Karachi airport killed five Chinese workers on Sunday.', 'five Chinese workers'],
  ['Two Chinese were killed in a suicide bombing near Karachi airport on Sunday.', 'Two Chinese'],
])('names those who were attacked in full: %s', (text, target) => {
  expect(read(text).drafts[0]?.draft.target).toMatch(new RegExp(`${target}$`));
});

test('takes the killings of a text for an attack where it goes on to what was before', () => {
  const text =
    'Five labourers were killed in Gwadar on Monday. An inquiry was ordered. Last year, seven barbers were killed in the same district.';
  expect(brief(text)).toEqual(['Gwadar, Attack, killed 5']);
});
