// A reset that is there when the data before it is read counts as the end, unless reading has stopped: then it is an
// error. An answer to the data meets the reset before.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const sizes = { partial: 5, large: 100000, stopped: 5, answered: 5 };
const server = net.createServer((peer) => {
  peer.once('data', (name) => {
    peer.write(Buffer.alloc(sizes[name]));
    peer.resetAndDestroy();
  });
});
let open = 0;
server.listen(0, '127.0.0.1', () => {
  for (const name of Object.keys(sizes)) {
    const c = track(name);
    open++;
    const client = new net.Socket(name === 'stopped' ? { highWaterMark: 1 } : {});
    client.connect(server.address().port, '127.0.0.1', () => client.write(name));
    let got = 0;
    client.on('data', (chunk) => { got += chunk.length; });
    if (name === 'stopped') {
      client.pause();
      const look = () => (client.readableLength ? setImmediate(() => client.resume()) : setImmediate(look));
      look();
    }
    if (name === 'answered') client.on('data', () => client.write('thanks'));
    client.on('end', () => c('end', got));
    client.on('error', (err) => c('error', err, got));
    client.on('close', (hadError) => {
      c('close', hadError);
      if (--open === 0) server.close();
    });
  }
});
