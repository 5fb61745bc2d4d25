'use strict';
// What JSON.parse and JSON.stringify say when they refuse.
const said = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.message, e instanceof SyntaxError); } };
const long = 'a long text that goes on and on beyond';
for (const text of ['{', '{"a":}', '[1,]', '', 'nul', '{"a":1}x', "{'a':1}", '[1 2]', '{"a" 1}', '{"a":1,}', '"abc', '"a\nb"', '"\\x"', 'tru', '-', '1.', '1e', '1e+',
  '01', '[', '[1', '[1,', '{"a"', '{"a":', '{"a":1', 'undefined', 'NaN', '  x  ', long, `{"a":1,"b":"${long}","c":oops,"d":1}`, `["${long}",b]`, '[1,2,3]]', '{,}', ']', '"\\u12"',
  '"\\u00', '+1', '.5', '"\t"', 'nulL', 'tr"', '["a",b]', '{"x":tru}', '1 2', '// c', '{a:1}', '\u00e9', 'GET / HTTP/1.1', '"abc\\', '[true false]', '-x', '{"a":"b""c"}',
  ' [1, -0.5e3, "x\\n\\u0041", {"a": null}] ', '123456789012345678901', 'x'.repeat(20), `${'1'.repeat(8)}x${'1'.repeat(12)}`, `[${'1'.repeat(9)}x${'1'.repeat(9)}]`]) {
  said(() => JSON.parse(text));
}
said(() => JSON.parse());
said(() => JSON.parse({}));
said(() => JSON.parse(Symbol('s')));
said(() => JSON.parse('[1]', () => { throw new SyntaxError('mine'); }));
said(() => JSON.parse('[1,{"a":2}]', (k, v) => typeof v === 'number' ? v + 1 : v));
class K { constructor() { this.self = this; } }
const list = [], deep = { a: { b: { c: { d: { e: {} } } } } };
list.push({ list });
deep.a.b.c.d.e.f = deep.a;
for (const v of [new K(), { k: new K() }, [[new K()]], list, deep, { deep, a: 1 }]) said(() => JSON.stringify(v));
said(() => JSON.stringify(1n));
said(() => JSON.stringify({ a: [1, { b: 2 }], u: undefined, f() {}, d: new Date(0) }, null, 2));
console.log(Object.keys(JSON), JSON.parse.name, JSON.parse.length, JSON.stringify.length, JSON.stringify(undefined), JSON.stringify({ a: 1, b: 2 }, ['b']));
