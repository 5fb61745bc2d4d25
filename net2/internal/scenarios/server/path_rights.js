// readableAll and writableAll widen the rights of a path's file.
'use strict';
const net = require('net');
const fs = require('fs');
const { track, socketPath } = require('../transcript.js');

process.umask(0o077);
const s = track('server');
const use = (what, options) => new Promise((resolve) => {
  const path = socketPath();
  const server = net.createServer();
  server.listen({ path, ...options }, () => {
    s(what, (fs.statSync(path).mode & 0o777).toString(8));
    server.close(resolve);
  });
});
(async () => {
  await use('neither', {});
  await use('readableAll', { readableAll: true });
  await use('writableAll', { writableAll: true });
  await use('both', { readableAll: true, writableAll: true });
})();
