'use strict';
// Reads a JSON array of questions on standard input and answers each with what this Node makes of it.
const { StringDecoder } = require('string_decoder');
const ask = {
  encode: (q) => Buffer.from(q.text, q.enc).toString('hex'),
  decode: (q) => Buffer.from(q.parts[0], 'hex').toString(q.enc).toWellFormed(),
  // Every write and the end as an answer of its own, with what the decoder says it waits for.
  decoder: (q) => {
    const d = new StringDecoder(q.enc);
    const out = [];
    for (const part of q.parts) {
      out.push(d.write(Buffer.from(part, 'hex')), String(d.lastNeed), String(d.lastTotal));
    }
    out.push(d.end());
    return out.map((s) => s.toWellFormed()).join('|');
  },
  // Only the joined text: half surrogates come out whole again.
  joined: (q) => {
    const d = new StringDecoder(q.enc);
    return (q.parts.map((p) => d.write(Buffer.from(p, 'hex'))).join('') + d.end()).toWellFormed();
  },
};
let input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (s) => { input += s; });
process.stdin.on('end', () => {
  const lines = JSON.parse(input).map((q) => JSON.stringify({ ...q, answer: ask[q.op](q) }));
  console.log(`[\n${lines.join(',\n')}\n]`);
});
