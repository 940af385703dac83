import type { sessionZh } from '../zh-CN/session.js';
import type { Shape } from '../shape.js';

export const sessionEn: Shape<typeof sessionZh> = {
  person: {
    signedInAs: 'Signed in as',
    someone: 'A colleague',
    system: 'System',
    signOut: 'Sign out',
    role: {
      administrator: 'Administrator',
      duty_officer: 'Duty officer',
      analyst: 'Analyst',
      bureau_officer: 'Bureau officer',
      bureau_head: 'Bureau head',
      leadership: 'Leadership',
      accountability: 'Accountability (personnel)',
      auditor: 'Auditor',
    },
  },
  door: {
    statement: 'hours to a statement',
    conference: 'hours to a press conference',
    collect: 'Collect',
    consult: 'Consult',
    assess: 'Assess',
    answer: 'Answer',
    evaluate: 'Evaluate',
  },
  signIn: {
    title: 'Sign in',
    lead: 'With the account the administrator has opened for you.',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'User name or password is wrong.',
  },
  password: {
    title: 'First, change your password',
    lead: 'You were told your first password, so somebody else knows it: it opens nothing but this page. Once you have set your own, the first one is void and you go straight in.',
    current: 'First password (the one you just signed in with)',
    next: 'New password',
    again: 'New password, once more',
    hint: 'At least 10 characters, no capitals or symbols asked for; a phrase that you remember is good.',
    tooShort: 'The new password needs at least 10 characters.',
    different: 'The two new passwords differ.',
    submit: 'Change and go on',
  },
};
