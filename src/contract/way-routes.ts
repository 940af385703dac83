import { made, ok, type Route } from './route.js';
import { changeWay, channelNames, newWay, ownWays, proveWay, testedWay, way, wayPage } from './way.js';

/** 联系方式 · ways to be reached */
export const WAY_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels',
    right: 'signed_in',
    summary: '通知渠道的名称 · What the channels of notices are called',
    answer: ok(channelNames),
  },
  {
    method: 'GET',
    path: '/ways',
    right: 'way.read',
    summary: '全部人员的联系方式 · Everyone’s ways to be reached',
    answer: ok(wayPage),
  },
  {
    method: 'GET',
    path: '/me/ways',
    right: 'way.own',
    summary: '我的联系方式 · My ways to be reached',
    answer: ok(ownWays),
  },
  {
    method: 'POST',
    path: '/me/ways',
    right: 'way.own',
    summary: '登记联系方式 · State a way',
    body: newWay,
    answer: made(way),
  },
  {
    method: 'PATCH',
    path: '/me/ways/:id',
    right: 'way.own',
    summary: '改次序,停用或恢复 · Reorder, disable or enable a way',
    body: changeWay,
    answer: ok(way),
  },
  {
    method: 'POST',
    path: '/me/ways/:id/test',
    right: 'way.own',
    summary: '发送测试消息,内有一次性验证码 · Send a test with a one-time proof',
    answer: ok(testedWay),
  },
  {
    method: 'POST',
    path: '/me/ways/prove',
    right: 'way.own',
    summary: '凭测试消息中的验证码确认收到 · Prove a way by what its test message says',
    body: proveWay,
    answer: ok(way),
  },
];
