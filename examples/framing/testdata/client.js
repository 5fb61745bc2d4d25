'use strict';
// node client.js PORT lines|length MESSAGE...: sends the messages byte by byte, and prints the answers.
const net = require('net');

const [port, kind, ...messages] = process.argv.slice(2);

function frame(message) {
  if (kind === 'lines') return Buffer.from(`${message}\n`);
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

let received = Buffer.alloc(0);
function cut() {
  let end, body;
  if (kind === 'lines') {
    end = received.indexOf('\n') + 1;
    body = received.subarray(0, end - 1);
  } else {
    end = received.length < 4 ? Infinity : 4 + received.readUInt32BE();
    body = received.subarray(4, end);
  }
  if (end === 0 || received.length < end) return null;
  received = received.subarray(end);
  return body.toString();
}

const socket = net.connect(Number(port), '127.0.0.1');
socket.setNoDelay();
socket.on('data', (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (let answer; (answer = cut()) !== null;) console.log(JSON.stringify(answer));
});
socket.on('close', (hadError) => console.log('close', hadError));

const bytes = Buffer.concat(messages.map(frame));
let sent = 0;
(function next() {
  if (sent === bytes.length) socket.end();
  else socket.write(bytes.subarray(sent, ++sent), () => setImmediate(next));
})();
