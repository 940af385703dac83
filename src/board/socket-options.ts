import type { IncomingMessage } from 'node:http';
import { fromOwnSite } from '../access/own-site.js';
import { BOARD_PATH } from '../contract/board.js';

/** Of the one socket.io server: every gateway names them, whichever of them comes first. */
export const SOCKET_OPTIONS = {
  path: BOARD_PATH,
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 10_000,
  allowRequest: (request: IncomingMessage, decide: (fault: null, admitted: boolean) => void) =>
    decide(null, fromOwnSite(request)),
};
