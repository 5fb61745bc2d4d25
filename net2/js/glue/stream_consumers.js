'use strict';
// stream/consumers.
const { each } = require('iterators');
async function buffer(stream) {
  const list = [];
  await each(stream, (chunk) => { list.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer ?? chunk, chunk.byteOffset, chunk.byteLength)); });
  return Buffer.concat(list);
}
async function arrayBuffer(stream) {
  const b = await buffer(stream);
  return b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength);
}
async function text(stream) {
  const { StringDecoder } = require('string_decoder');
  const decoder = new StringDecoder('utf8');
  let s = '';
  await each(stream, (chunk) => { s += typeof chunk === 'string' ? chunk : decoder.write(chunk); });
  return s + decoder.end();
}
module.exports = { arrayBuffer, buffer, text, json: async (stream) => JSON.parse(await text(stream)), blob: async (stream) => { const parts = []; await each(stream, (chunk) => { parts.push(chunk); }); return new Blob(parts); } };
