import { expect, it } from 'vitest';
import { claimInNotes } from './claim-in-notes.ts';

const BLA = ['BLA', 'BLA: Baloch Liberation Army'];

it.each([
  ['On 7 October 2024, militants fired on a post in Dockside. The BLA claimed responsibility. 2 killed.', 'claimed'],
  ['The Baloch Liberation Army (BLA) has claimed responsibility for the attack.', 'claimed'],
  ['A BLA spokesman, Azad Khan, later claimed full responsibility.', 'claimed'],
  ['BLA’s spokesperson claimed the attack through its media wing.', 'claimed'],
  ['BLA militants claimed to have killed 12 soldiers; police put it at 3.', 'claimed'],
  ['The BLA took responsibility.', 'claimed'],
  ['Responsibility for the blast was later claimed by the BLA.', 'claimed'],
  ['An attack claimed by Baloch Liberation Army hit a convoy.', 'claimed'],
  ['The BLA denied any involvement. 1 fatality.', 'denied'],
  ['Police blamed the group. The BLA later distanced itself from the killing.', 'denied'],
  ['The BLA claimed responsibility. Days later the BLA denied responsibility.', 'disputed'],
])('takes what a group says of itself: %s', (notes, claim) => {
  expect(claimInNotes(notes, BLA)).toBe(claim);
});

it.each([
  'Fighters of the BLA fired on a post.',
  'No group claimed responsibility.',
  'Suspected BLA militants attacked a post. No group has claimed responsibility for the attack.',
  'BLA militants attacked a post and no one claimed responsibility.',
  'The BLA has not claimed responsibility.',
  'The BLA is yet to claim responsibility.',
  'Neither the BLA nor the TTP claimed responsibility.',
  'Neither the TTP nor the BLA claimed responsibility.',
  'BLA fighters were killed and the TTP claimed responsibility.',
  'A BLA spokesman said that the TTP claimed responsibility.',
  'The attack was not claimed by the BLA.',
  'Soldiers entered an area claimed by the BLA.',
  'The BLA claimed that talks had failed.',
  'The BLA denied that talks had failed.',
  'The military claimed responsibility for a strike on the BLA.',
])('takes nothing of it from: %s', (notes) => {
  expect(claimInNotes(notes, BLA)).toBeNull();
});

it('tells two groups from each other', () => {
  const notes = 'TTP denied involvement; the BLA claimed responsibility.';
  expect(claimInNotes(notes, ['TTP: Tehreek-i-Taliban Pakistan'])).toBe('denied');
  expect(claimInNotes(notes, BLA)).toBe('claimed');
  expect(claimInNotes('Pakistan denied involvement.', ['Islamic State (Pakistan)'])).toBeNull();
});
