import { expect, test } from 'vitest';
import { composeLetter, type Words } from './compose.ts';

const words: Words = {
  to: 'ana@example.com', language: 'en', from: 'Harbour & Co', subject: 'Hello', heading: 'Hello <b>Ana</b>',
  paragraphs: ['Your name is "><script>alert(1)</script>.'], because: 'You asked for this.',
  button: { label: 'Sign in', href: 'https://foyer.test/a?b=1&c="2"' },
};

test('SAF-2 names in a letter are text, in the HTML form too', () => {
  const { html, plainText } = composeLetter(words);
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('href="https://foyer.test/a?b=1&amp;c=&quot;2&quot;"');
  expect(plainText).toContain('"><script>');
});

test.each(['One\r\nBcc: all@example.com', 'One\nBcc: all@example.com', 'One\u2028Bcc: all@example.com'])(
  'SAF-2 a subject is one line: %j', (subject) => {
    expect(composeLetter({ ...words, subject }).subject).toBe('One Bcc: all@example.com');
  });

test('both forms say the same and carry the link, the reason and the language', () => {
  const { html, plainText } = composeLetter({ ...words, language: 'ar' });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('max-width:600px');
  for (const form of [html, plainText]) {
    expect(form).toContain('Sign in');
    expect(form).toContain('You asked for this.');
  }
});
