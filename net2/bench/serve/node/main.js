'use strict';
// What both Node peers share: arguments, and one process or a cluster of them.
const net = require('net');
const cluster = require('cluster');

const [workload, host, port, ...flags] = process.argv.slice(2);
const flag = (name) => flags.find((f) => f.startsWith(`--${name}=`))?.split('=')[1];

exports.args = { workload, host, port: Number(port) };
exports.options = { noDelay: flags.includes('--nodelay'), upstream: flag('upstream') };

const workers = Number(flag('loops') || 1);

exports.listen = function listen(options, onConnection) {
  if (workers > 1 && cluster.isPrimary) {
    let waiting = workers;
    cluster.on('listening', (worker, address) => {
      if (--waiting === 0) console.log(`listening on ${host}:${address.port}`);
    });
    for (let i = 0; i < workers; i++) cluster.fork();
    return;
  }
  const server = net.createServer(options, (socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  server.listen({ port: Number(port), host, backlog: 4096 }, () => {
    if (workers === 1) console.log(`listening on ${host}:${server.address().port}`);
  });
};
