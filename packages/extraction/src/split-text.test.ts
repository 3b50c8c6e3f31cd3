import { expect, test } from 'vitest';
import { splitText, TEXT_LIMITS } from './split-text.ts';

function sentences(text: string): string[] {
  return splitText(text).sentences.map(({ end, start }) => text.slice(start, end).trim());
}

test('ends sentences at full stops of both languages, not after abbreviations', () => {
  expect(sentences('Dr. A met Gen. B in D.I. Khan. “Yes.” He left')).toEqual([
    'Dr. A met Gen. B in D.I. Khan.',
    '“Yes.”',
    'He left',
  ]);
  expect(sentences('کوئٹہ میں دھماکہ ہوا۔ دو افراد زخمی ہوئے۔')).toHaveLength(2);
});

test('parts what is told of another attack in the same breath', () => {
  expect(sentences('A bomb killed two in Bannu, while in a separate attack, a van was hit.')).toEqual([
    'A bomb killed two in Bannu',
    'while in a separate attack, a van was hit.',
  ]);
});

test('counts a paragraph for each line', () => {
  expect(splitText('One. Two.\n\nThree.').sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
});

test('keeps its limits', () => {
  const long = splitText('word '.repeat(100_000));
  expect(long.readTo).toBe(TEXT_LIMITS.length);
  expect(Math.max(...long.sentences.map(({ end, start }) => end - start))).toBeLessThanOrEqual(
    TEXT_LIMITS.sentenceLength,
  );
  expect(splitText('A. '.repeat(100_000)).sentences.length).toBeLessThanOrEqual(TEXT_LIMITS.sentences);
});
