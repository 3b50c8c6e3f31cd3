import { expect, it } from 'vitest';
import { checkPassword } from './password-rules.ts';

const OWNER = { email: 'amina.baloch@harbour-authority.example', name: 'Amina Baloch' };
const reasonOf = (password: string) =>
  checkPassword(password, OWNER).then(
    () => null,
    (error: Error) => error.message,
  );

it.each([
  ['four words', 'otter piano glacier seven'],
  ['exactly fifteen characters', 'zebra kite moon'],
  ['Urdu', 'سرخ کبوتر دریا کے پار بیٹھا'],
  ['Chinese, counted by character', '紫色的水牛喜欢在星期四下午喝冰咖啡'],
  ['emoji', '🦊🐢🎹🌧️🧭🥁🍋🪁🛶🐙🌋🧵🔭🪗🏓🪴'],
  ['spaces at the ends', '  otter piano glacier '],
  ['256 characters', 'otter piano glacier '.repeat(13).slice(0, 250).concat('mellow')],
])('takes %s', async (_, password) => {
  expect(await reasonOf(password)).toBeNull();
});

it.each([
  ['one below fifteen', 'zebra kite moo', /at least 15/],
  ['one above 256', `${'otter piano glacier '.repeat(13).slice(0, 250)}mellow!`, /at most 256/],
  ['a common one', '1qaz2wsx3edc4rfv', /tried first/],
  ['a common one in capitals', 'PASSWORDPASSWORD', /tried first/],
  ['a common one dressed up', '!!football2024!!!', /tried first/],
  ['a common one repeated', 'dragondragondragon', /tried first/],
  ['one character', 'aaaaaaaaaaaaaaaaaaa', /tried first/],
  ['the alphabet', 'abcdefghijklmnopqrst', /run/],
  ['the keyboard and back', 'asdfghjkllkjhgfdsa', /run/],
  ['the name of the site', 'CorridorWatch2024!', /name/],
  ['the e-mail', 'amina.baloch@harbour1', /name/],
  ['full-width letters of a common one', 'ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ', /tried first/],
])('refuses %s', async (_, password, reason) => {
  expect(await reasonOf(password)).toMatch(reason);
});

it('asks for no capitals, digits or signs', async () => {
  expect(await reasonOf('lantern quietly orbit')).toBeNull();
});
