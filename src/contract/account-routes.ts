import {
  account,
  accountPage,
  accountQuery,
  accountWithPassword,
  changeAccount,
  newAccount,
  resetPassword,
  signInPage,
  signInQuery,
} from './account.js';
import { made, ok, type Route } from './route.js';

/** 人员与权限 · people and what they may do */
export const ACCOUNT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/accounts',
    right: 'account.read',
    summary: '账号列表 · Accounts',
    query: accountQuery,
    answer: ok(accountPage),
  },
  {
    method: 'POST',
    path: '/accounts',
    right: 'account.manage',
    summary: '新建账号,一次性密码仅示此一次 · Make an account; its one-time password is shown this once',
    body: newAccount,
    answer: made(accountWithPassword),
  },
  {
    method: 'PATCH',
    path: '/accounts/:id',
    right: 'account.manage',
    summary: '修改姓名、职务、角色、司局,停用或恢复 · Change an account, disable or enable it',
    body: changeAccount,
    answer: ok(account),
  },
  {
    method: 'POST',
    path: '/accounts/:id/password',
    right: 'account.manage',
    summary: '重置密码,现有登录即刻失效 · A new one-time password; the sessions end at once',
    body: resetPassword,
    answer: ok(accountWithPassword),
  },
  {
    method: 'POST',
    path: '/accounts/:id/sessions/revoke',
    right: 'account.manage',
    summary: '令现有登录即刻失效 · End the sessions at once',
    answer: ok(account),
  },
  {
    method: 'POST',
    path: '/accounts/:id/unlock',
    right: 'account.manage',
    summary: '解除锁定 · Lift the lock-out',
    answer: ok(account),
  },
  {
    method: 'GET',
    path: '/sign-ins',
    right: 'account.read',
    summary: '登录记录,新者在前 · Sign-ins and changes of accounts, newest first',
    query: signInQuery,
    answer: ok(signInPage),
  },
];
