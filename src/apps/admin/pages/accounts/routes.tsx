import type { PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'sign-in', stands: 'outside', load: async () => (await import('./sign-in.tsx')).SignIn },
  { path: 'sign-in/link', stands: 'outside', load: async () => (await import('./by-link.tsx')).SignInByLink },
  {
    path: 'forgot-password',
    stands: 'outside',
    load: async () => (await import('./password.tsx')).ForgotPassword,
  },
  {
    path: 'reset-password',
    stands: 'outside',
    load: async () => (await import('./password.tsx')).ResetPassword,
  },
  {
    path: 'confirm-email',
    stands: 'outside',
    load: async () => (await import('./by-link.tsx')).ConfirmEmail,
  },
  { path: 'invitation', stands: 'outside', load: async () => (await import('./invitation.tsx')).Invitation },
  { path: 'setup', stands: 'outside', load: async () => (await import('./set-up.tsx')).SetUp },
  { path: 'settings/account', load: async () => (await import('./own-account.tsx')).OwnAccount },
];
