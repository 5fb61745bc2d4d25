'use strict';
// node misuse.js: prints, one a line, what Node throws at bad calls: name, then the error's name, code and message.

const net = require('net');

const misuse = {
  'listener is a number': () => new net.Socket().on('data', 42),
  'listener is null': () => net.createServer().on('connection', null),
  'max listeners negative': () => new net.Socket().setMaxListeners(-1),
  'write a number': () => new net.Socket().write(42),
  'write null': () => new net.Socket().write(null),
  'write in an unknown encoding': () => new net.Socket().write('x', 'klingon'),
  'end with a number': () => new net.Socket().end(42),
  'unknown encoding': () => new net.Socket().setEncoding('klingon'),
  'unknown default encoding': () => new net.Socket().setDefaultEncoding('klingon'),
  'read too much': () => new net.Socket().read(2 ** 30 + 1),
  'negative high-water mark': () => new net.Socket({ highWaterMark: -5 }),
  'negative timeout': () => new net.Socket().setTimeout(-1),
  'listen on port 70000': () => net.createServer().listen(70000),
  'listen on port -1': () => net.createServer().listen(-1),
  'listen twice': () => {
    const server = net.createServer().listen(0);
    try {
      server.listen(0);
    } finally {
      server.close();
    }
  },
  'connect to port 70000': () => net.connect(70000, '127.0.0.1'),
  'connect to port -1': () => net.connect(-1, '127.0.0.1'),
  'connect nowhere': () => net.connect({}),
  'connect from no address': () => net.connect({ port: 1, localAddress: 'here' }),
  'connect by no attempt timeout': () =>
    net.connect({ port: 1, host: 'localhost', autoSelectFamilyAttemptTimeout: -1 }).destroy(),
};

for (const [what, call] of Object.entries(misuse)) {
  try {
    call();
    console.log(`${what}: nothing`);
  } catch (err) {
    console.log(`${what}: ${err.name} ${err.code} ${err.message}`);
  }
}
