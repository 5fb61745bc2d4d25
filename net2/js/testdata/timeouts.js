'use strict';
// Timeouts: of an idle connection, of a connection that is refused, and with a signal.
const net = require('net');

const server = net.createServer((socket) => {
  socket.setTimeout(40);
  socket.on('timeout', () => {
    console.log('server: idle');
    socket.end('too slow\n');
  });
  socket.on('data', () => {});
});

function idle(port, done) {
  const client = net.connect(port);
  client.setEncoding('utf8');
  client.write('hello');
  client.on('data', (text) => console.log('client:', text.trim()));
  client.on('close', () => done());
}

function refused(port, done) {
  const client = net.connect({ port, host: '127.0.0.1' });
  client.on('error', (err) => {
    console.log('error', err.code, err.syscall, err.address, err.port === port, err.errno < 0, err instanceof Error);
    console.log(err.message === `connect ECONNREFUSED 127.0.0.1:${port}`);
  });
  client.on('close', (hadError) => {
    console.log('close', hadError);
    done();
  });
}

function aborted(port, done) {
  const controller = new AbortController();
  const client = new net.Socket({ signal: controller.signal });
  client.on('error', (err) => console.log(err.name, err.code));
  client.on('close', () => done());
  client.connect(port, () => controller.abort());
}

server.listen(0, () => {
  const { port } = server.address();
  idle(port, () => aborted(port, () => server.close(() => refused(port, () => {
    const timer = setTimeout(() => console.log('never'), 10000);
    timer.unref();
    console.log('the end', timer.hasRef());
  }))));
});
