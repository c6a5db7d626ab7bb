/** A page of every kind, of a run in which all is as stated. */
export const KINDS: Readonly<Record<string, string>> = {
  'front page': 'findings',
  'claim with both sides': 'D19',
  'claim of one side': 'D16',
  'claim that was not tried': 'K01',
  subjects: 'subjects',
  feature: 'updating/template-changes',
  'feature with commands': 'creating/first-daemon-set',
  'what you can say': 'phrases',
  playground: 'play',
  'the run': 'run',
};

/** Pages that are different where examples fail, or have odd names. */
export const BROKEN_KINDS: Readonly<Record<string, string>> = {
  'front page with failures': 'findings',
  'feature that failed': 'own/failing',
  'feature with odd names': 'own/hostile',
  'claim with odd names': 'X01',
  'run that failed': 'run',
};
