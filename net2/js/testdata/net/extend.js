// A class that overrides _write and _writev gets strings as they were written, and chunks of its own.
'use strict';
const net = require('net');
const { Readable } = require('stream');
const kept = [];

class Changing extends net.Socket {
  _write(chunk, encoding, cb) {
    kept.push(chunk, encoding);
    if (Buffer.isBuffer(chunk)) chunk[0] = 33;
    super._write(chunk, encoding, cb);
  }
  _writev(chunks, cb) {
    kept.push(...chunks.map(({ chunk, encoding }) => `${encoding} ${chunk}`));
    super._writev(chunks, cb);
  }
}
const server = net.createServer((peer) => {
  let all = '';
  peer.on('data', (chunk) => { all += chunk; }).on('end', () => { console.log(all); peer.end(); server.close(); });
});
server.listen(0, '127.0.0.1', () => {
  const client = new Changing().connect(server.address().port, '127.0.0.1', () => {
    client.write('abc');
    client.write(Buffer.from('def'));
    client.write('aGk=', 'base64');
    client.cork();
    client.write('one');
    client.write(Buffer.from('two'));
    client.uncork();
    Readable.from([Buffer.from('xx'), Buffer.from('yy')], { objectMode: false }).pipe(client);
  });
  client.resume().on('close', () => console.log(kept.join()));
});
const reading = new net.Socket({ writable: false }), writing = new net.Socket({ readable: false });
console.log(reading.readable, reading.writable, reading.readyState, writing.readable, writing.writable, writing.readyState);
