'use strict';
// readline: lines of a stream, and a prompt; without the editing of a terminal.
const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');

class Interface extends EventEmitter {
  #decoder = new StringDecoder('utf8');
  #rest = ''; #prompt; #asked = null; #cr = false;
  constructor(input, output, completer, terminal) {
    super();
    const o = input && typeof input.on !== 'function' ? input : { input, output, completer, terminal };
    this.input = o.input;
    this.output = o.output;
    this.terminal = false;
    this.closed = false;
    this.line = '';
    this.#prompt = o.prompt ?? '> ';
    this.onData = (chunk) => this.#take(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk));
    this.onEnd = () => {
      this.#take(this.#decoder.end());
      if (this.#rest) { const line = this.#rest; this.#rest = ''; this.#line(line); }
      this.close();
    };
    this.input.on('data', this.onData);
    this.input.on('end', this.onEnd);
    o.signal?.addEventListener('abort', () => this.close(), { once: true });
    this.input.resume();
  }
  #take(text) {
    if (this.#cr && text.startsWith('\n')) text = text.slice(1);
    this.#cr = text.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop();
    for (const line of lines) { if (this.closed) break; this.#line(line); }
  }
  #line(line) {
    const asked = this.#asked;
    if (asked) { this.#asked = null; asked(line); } else this.emit('line', line);
  }
  setPrompt(prompt) { this.#prompt = prompt; }
  getPrompt() { return this.#prompt; }
  prompt() { if (this.paused) this.resume(); this.output?.write(this.#asked ? this.#asked.query : this.#prompt); }
  question(query, options, cb) {
    if (typeof options === 'function') cb = options;
    this.output?.write(query);
    this.#asked = cb;
  }
  write(text) { if (typeof text === 'string') this.#take(text); }
  pause() { if (!this.paused) { this.input.pause(); this.paused = true; this.emit('pause'); } return this; }
  resume() { if (this.paused) { this.input.resume(); this.paused = false; this.emit('resume'); } return this; }
  close() {
    if (this.closed) return;
    this.pause();
    this.input.removeListener('data', this.onData);
    this.input.removeListener('end', this.onEnd);
    this.closed = true;
    this.emit('close');
  }
  [Symbol.asyncIterator]() { return lines(this); }
}

function lines(rl) {
  const it = require('events').on(rl, 'line', { close: ['close'], highWaterMark: 1024 });
  return { __proto__: require('iterators').asyncIteratorPrototype, next: async () => { const r = await it.next(); return r.done ? r : { value: r.value[0], done: false }; }, return: (v) => { rl.close(); return it.return(v); } };
}

module.exports = {
  Interface, createInterface: (...args) => new Interface(...args),
  clearLine: (s, dir, cb) => { s?.write('\u001B[2K'); cb?.(); return true; }, cursorTo: (s, x, y, cb) => { s?.write(`\u001B[${x + 1}G`); (typeof y === 'function' ? y : cb)?.(); return true; },
  moveCursor: (s, dx, dy, cb) => { cb?.(); return true; }, clearScreenDown: (s, cb) => { cb?.(); return true; }, emitKeypressEvents() {},
};
module.exports.promises = {
  Interface,
  createInterface: (...args) => Object.assign(new Interface(...args), { question(query) { return new Promise((resolve) => { Interface.prototype.question.call(this, query, resolve); }); } }),
};
