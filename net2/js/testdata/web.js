'use strict';
// The streams of the web, and what is between them and Node's.
const { Readable, Writable, Duplex, PassThrough } = require('stream');
const web = require('stream/web');
const say = (...what) => console.log(...what.map((v) => v instanceof Error ? `${v.name} ${v.code ?? ''} ${v.message}` : v));
const caught = (p) => p.then((v) => say('value', v), (err) => say('error', err));

const steps = {
  async queue() {
    let c, pulls = 0;
    const s = new ReadableStream({ start(x) { c = x; say('start', c.desiredSize); }, pull() { say('pull', ++pulls, c.desiredSize); if (pulls < 4) c.enqueue(pulls); else c.close(); } }, new CountQueuingStrategy({ highWaterMark: 2 }));
    say(s.locked, s);
    const r = s.getReader();
    say(s.locked, await r.read(), await r.read(), await r.read(), await r.read());
    await r.closed;
    r.releaseLock();
    say(s.locked, s);
    await caught(r.read());
    await caught(r.closed);
  },
  async errors() {
    const s = new ReadableStream({ pull(c) { c.error(new Error('source')); } });
    const r = s.getReader();
    await caught(r.read());
    await caught(r.closed);
    r.releaseLock();
    await caught(s.cancel('x'));
    const t = new ReadableStream({ start() { return Promise.reject(new Error('start')); } });
    await caught(t.getReader().read());
    await caught(t.cancel());
    try { t.getReader(); } catch (err) { say('thrown', err.code); }
    const u = new ReadableStream({ cancel(reason) { say('cancel', reason); return 'ignored'; } });
    await caught(u.cancel('why'));
    await caught(u.cancel('again'));
    for (const f of [() => new CountQueuingStrategy(), () => new web.ReadableStreamDefaultController(), () => u.pipeThrough({})]) try { f(); } catch (err) { say('thrown', err.name); }
  },
  async iterate() {
    const s = ReadableStream.from(['a', Promise.resolve('b'), 'c']);
    for await (const x of s) say(x);
    const t = new ReadableStream({ pull(c) { c.enqueue(1); }, cancel(r) { say('cancelled', r); } });
    for await (const x of t) { say(x); break; }
    say(t.locked);
    const u = new ReadableStream({ pull(c) { c.enqueue(1); }, cancel() { say('never'); } });
    for await (const x of u.values({ preventCancel: true })) { say(x); break; }
    say(u.locked);
    const [a, b] = ReadableStream.from([1, 2]).tee();
    const all = async (s) => { const out = []; for await (const x of s) out.push(x); return out; };
    say(await Promise.all([all(a), all(b)]));
  },
  async write() {
    const s = new WritableStream({ start() { say('start'); }, async write(chunk) { say('write', chunk); await null; }, close() { say('close'); } }, new CountQueuingStrategy({ highWaterMark: 2 }));
    const w = s.getWriter();
    say(w.desiredSize, s.locked);
    const one = w.write(1), two = w.write(2);
    say(w.desiredSize);
    let ready = false;
    w.ready.then(() => { ready = true; say('ready'); });
    await one;
    say('one', ready);
    await two;
    await w.close();
    await caught(w.closed);
    w.releaseLock();
    await caught(w.write(4));
    const t = new WritableStream({ write() { throw new Error('sink'); }, abort() { say('never'); } });
    const x = t.getWriter();
    await caught(x.write(1));
    await caught(x.write(2));
    await caught(x.closed);
    await caught(x.ready);
    const u = new WritableStream({ start(c) { c.signal.onabort = () => say('signal', c.signal.reason); }, abort(reason) { say('abort', reason); } });
    const y = u.getWriter();
    await caught(y.abort('stop'));
    await y.closed.catch((reason) => say('closed', reason));
    say(u);
  },
  async transform() {
    const t = new TransformStream({ start(c) { c.enqueue('first'); }, transform(chunk, c) { c.enqueue(chunk * 2); }, flush(c) { c.enqueue('last'); } });
    const got = [];
    const done = ReadableStream.from([1, 2, 3]).pipeThrough(t).pipeTo(new WritableStream({ write(x) { got.push(x); } }));
    await done;
    say(got);
    const bad = new TransformStream({ transform() { throw new Error('transform'); } });
    await caught(ReadableStream.from([1]).pipeThrough(bad).pipeTo(new WritableStream({ abort(err) { say('aborted', err); } })));
    const cut = new TransformStream({ transform(chunk, c) { c.enqueue(chunk); c.terminate(); } });
    const out = [];
    for await (const x of ReadableStream.from([1, 2]).pipeThrough(cut)) out.push(x);
    say(out);
  },
  async pipe() {
    await caught(new ReadableStream({ pull(c) { c.error(new Error('source')); } }).pipeTo(new WritableStream({ abort(err) { say('abort', err); } })));
    await caught(new ReadableStream({ pull(c) { c.enqueue(1); }, cancel(err) { say('cancel', err); } }).pipeTo(new WritableStream({ write() { throw new Error('sink'); } })));
    const ac = new AbortController();
    const p = new ReadableStream({ cancel(r) { say('cancel', r.name); } }).pipeTo(new WritableStream({ abort(r) { say('abort', r.name); } }), { signal: ac.signal });
    ac.abort();
    await p.catch((err) => say(err.name));
  },
  async node() {
    say(await Readable.toWeb(Readable.from([Buffer.from('bytes')], { objectMode: false })).getReader().read());
    const objects = [];
    for await (const x of Readable.toWeb(Readable.from([{ a: 1 }, 'b']))) objects.push(x);
    say(objects);
    const r = new Readable({ read() { this.destroy(new Error('node')); } });
    await caught(Readable.toWeb(r).getReader().read());
    const cut = new Readable({ read() {} });
    const reader = Readable.toWeb(cut).getReader();
    cut.destroy();
    await caught(reader.read());
    const from = Readable.fromWeb(ReadableStream.from(['x', 'y']), { encoding: 'utf8' });
    let s = '';
    for await (const x of from) s += x;
    say(s);
    const failing = Readable.fromWeb(new ReadableStream({ pull(c) { c.error(new Error('web')); } }));
    failing.resume();
    await new Promise((resolve) => failing.on('error', (err) => say('error', err)).on('close', resolve));
    const pass = new PassThrough();
    const w = Writable.toWeb(pass).getWriter();
    await w.write('through ');
    await w.write(Buffer.from('Node'));
    await w.close();
    say(`${pass.read()}`);
    const sink = [];
    const n = Writable.fromWeb(new WritableStream({ write(x) { sink.push(x); }, close() { say('closed'); } }), { objectMode: true });
    n.write('p');
    n.end('q');
    await new Promise((resolve) => n.on('finish', resolve));
    say(sink);
    const d = Duplex.fromWeb(new TransformStream({ transform(x, c) { c.enqueue(`${x}`.toUpperCase()); } }), { encoding: 'utf8' });
    d.end('duplex');
    let t = '';
    for await (const x of d) t += x;
    say(t);
    const pair = Duplex.toWeb(new PassThrough());
    pair.writable.getWriter().write(Buffer.from('there and back'));
    say(Buffer.from((await pair.readable.getReader().read()).value).toString());
    say(await Duplex.from(ReadableStream.from(['f', 'g'])).toArray());
    for (const f of [() => Readable.toWeb({}), () => Readable.fromWeb({}), () => Writable.fromWeb(1), () => Duplex.fromWeb({})]) try { f(); } catch (err) { say('thrown', err.code, err.message); }
  },
  async blob() {
    const b = new Blob(['text', new Uint8Array([33]), new Blob([' more'])], { type: 'Text/Plain' });
    say(b, b.size, b.type, await b.text(), new Uint8Array(await b.slice(1, 3).arrayBuffer()), `${b}`);
    for await (const x of b.stream()) say(x);
    const consumers = require('stream/consumers');
    say(await (await consumers.blob(Readable.from(['a', 'b']))).text(), await consumers.text(b.stream()), (await Duplex.from(new Blob(['d'])).toArray())[0].byteLength);
    for (const f of [() => new Blob('x'), () => new Blob([], 1)]) try { f(); } catch (err) { say(err.name, err.code); }
  },
};
(async () => {
  for (const name of Object.keys(steps)) {
    say(`--- ${name}`);
    await steps[name]();
  }
})();
