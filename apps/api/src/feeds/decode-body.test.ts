import { expect, it } from 'vitest';
import { decodeBody } from './decode-body.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

it.each([
  [
    'its mark before all else',
    Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('ü', 'utf16le')]),
    'text/xml; charset=utf-8',
    'ü',
  ],
  [
    'the header before the document',
    bytes('<?xml version="1.0" encoding="utf-8"?>ü', 'latin1'),
    'text/xml; charset="iso-8859-1"',
    'ü',
  ],
  ['an XML declaration', bytes("<?xml version='1.0' encoding='windows-1252'?>ü", 'latin1'), 'text/xml', 'ü'],
  ['Windows-1252 by its older name', bytes('<meta charset=latin1>\x93\xfc\x94', 'latin1'), 'text/html', '“ü”'],
  ['HTML metadata', bytes('<html><meta charset=iso-8859-1>ü', 'latin1'), 'text/html', 'ü'],
  ['UTF-8 otherwise', bytes('کوئٹہ ü'), '', 'کوئٹہ ü'],
])('takes %s', (_, body, contentType, end) => {
  expect(decodeBody(body, contentType).endsWith(end)).toBe(true);
});

it.each([
  [bytes('ü', 'latin1'), 'text/xml', /bytes are not in the encoding utf-8/],
  [bytes('ü').subarray(0, 1), 'text/xml', /bytes are not in the encoding utf-8/],
  [bytes('ü'), 'text/xml; charset=klingon', /written in klingon, which is not known/],
  [bytes('<?xml version="1.0" encoding="shift_jis"?>\xfd\xfe', 'latin1'), '', /not in the encoding shift_jis/],
])('refuses %j as %s', (body, contentType, reason) => {
  expect(() => decodeBody(body, contentType)).toThrow(reason);
});
