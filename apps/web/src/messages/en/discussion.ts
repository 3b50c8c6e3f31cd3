export const discussion = {
  title: 'Discussion',
  none: 'Nothing has been said of this record, and nobody works on it.',
  nothingSaid: 'Nothing has been said yet.',
  worksOn: 'Works on it',
  nobody: 'nobody',
  watch: 'Watch',
  watchedBy: 'Watched by {{names}}',
  comment: 'Comment',
  placeholder: 'What others should know',
  hint: '{{key}} sends. It stays for ever.',
  send: 'Send',
  failed: 'That was not done: {{reason}}',
} as const;
