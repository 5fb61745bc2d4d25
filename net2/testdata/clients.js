'use strict';
// node clients.js COUNT BYTES SEED PORT...
//
// COUNT clients of echo servers, each sending BYTES in chunks of odd sizes, with pauses in sending and in reading.
// Some end as soon as all is sent, some when all has come back. Prints what went wrong, and how many came to a good end.

const net = require('net');
const crypto = require('crypto');
const { random } = require('./random.js');

const [count, bytes, seed, ...ports] = process.argv.slice(2).map(Number);
const source = random(seed).bytes(1 << 20);
let good = 0;

for (let i = 0; i < count; i++) client(i, random(seed * 1000 + i));

function client(i, rng) {
  const early = i % 2 === 0;
  const socket = net.connect({ port: ports[i % ports.length], host: '127.0.0.1', allowHalfOpen: i % 3 === 0 });
  const there = crypto.createHash('sha1');
  const back = crypto.createHash('sha1');
  let sent = 0;
  let got = 0;
  let ended = false;
  const complain = (what) => console.log(`client ${i}: ${what} (sent ${sent}, got ${got})`);

  function send() {
    while (sent < bytes) {
      const at = rng.below(source.length / 2);
      const size = Math.min(bytes - sent, 1 + rng.below(rng.chance(3) ? 200000 : 9000));
      const chunk = source.subarray(at, at + size);
      there.update(chunk);
      sent += size;
      const more = socket.write(chunk);
      if (sent === bytes) break;
      if (!more) return void socket.once('drain', send);
      if (rng.chance(10)) return void setTimeout(send, rng.below(5));
    }
    if (early) socket.end();
  }

  socket.on('connect', send);
  socket.on('data', (chunk) => {
    back.update(chunk);
    got += chunk.length;
    if (got === bytes && !early) socket.end();
    if (rng.chance(3)) {
      socket.pause();
      setTimeout(() => socket.resume(), rng.below(8));
    }
  });
  socket.on('end', () => { ended = true; });
  socket.on('error', (err) => complain(err.message));
  socket.on('close', (hadError) => {
    if (hadError || !ended || got !== bytes) complain(`close(${hadError}), ended: ${ended}`);
    else if (there.digest('hex') !== back.digest('hex')) complain('other bytes came back');
    else good++;
  });
}

process.on('exit', () => console.log(`good: ${good}`));
