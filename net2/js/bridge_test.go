package js_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

// prints runs a text as a program and returns what it printed, line by line.
func prints(t *testing.T, program string) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(program), 0o600))
	o := runHere(t, file, "")
	require.Empty(t, o.stderr)
	require.Zero(t, o.code)
	return strings.Split(strings.TrimSuffix(o.stdout, "\n"), "\n")
}

func TestListenersAreKnownByTheirFunction(t *testing.T) {
	assert.Equal(t, []string{"[ 'a', Symbol(s), 'e' ]", "true true", "e 1 2", "0 0", "true"}, prints(t, `
		const e = new (require('events'))(), f = () => {}, s = Symbol('s');
		e.on('a', f).on(s, f).once('e', function(...args) { console.log('e', ...args); f.this = this; });
		console.log(e.eventNames());
		console.log(e.listeners('a')[0] === f, e.rawListeners('e')[0].listener !== undefined);
		e.emit('e', 1, 2);
		e.off('a', f).removeListener(s, f);
		console.log(e.listenerCount('a'), e.listenerCount('e'));
		console.log(f.this === e);`))
}

func TestErrorsKeepTheirIdentity(t *testing.T) {
	assert.Equal(t, []string{"ERR_STREAM_WRITE_AFTER_END", "true true", "TypeError ERR_INVALID_ARG_TYPE true", "thrown"}, prints(t, `
		const { Writable } = require('stream');
		const err = new RangeError('mine');
		const w = new Writable({ write(chunk, encoding, cb) { cb(err); } });
		w.on('error', (e) => console.log(e === err, w.errored === err));
		w.write('x');
		const v = new Writable({ write() {} });
		v.on('error', (e) => console.log(e.code)).end();
		v.write('late');
		try { new Writable({ write() {} }).write(42); } catch (e) { setTimeout(() => console.log(e.name, e.code, e instanceof TypeError), 5); }
		const emitter = new (require('events'))();
		emitter.on('x', () => { throw new Error('thrown'); });
		setTimeout(() => { try { emitter.emit('x'); } catch (e) { console.log(e.message); } }, 10);`))
}

func TestBuffersShareTheirMemory(t *testing.T) {
	vm, l := goja.New(), loop.New()
	env := js.Enable(vm, l, js.Options{Stdout: new(bytes.Buffer)})
	v, err := vm.RunString(`const b = Buffer.from('hello'); b`)
	require.NoError(t, err)
	bytes, ok := v.Export().([]byte)
	require.True(t, ok)
	bytes[0] = 'j'
	v, err = vm.RunString(`b.toString() + b.subarray(1, 3).toString('hex') + Buffer.concat([b, b]).length`)
	require.NoError(t, err)
	assert.Equal(t, "jello656c10", v.String())
	assert.Same(t, vm, env.Runtime())
	assert.Same(t, l, env.Loop())
}

func TestForAwaitAndAsyncGeneratorsAreRewritten(t *testing.T) {
	assert.Equal(t, []string{"A", "B", "2"}, prints(t, `
		const { Readable } = require('stream');
		async function* upper(source) { for await (const x of source) yield x.toUpperCase(); }
		(async () => {
			let n = 0;
			for await (const x of upper(Readable.from(['a', 'b']))) { console.log(x); n++; }
			console.log(n);
		})();`))
}

func TestInspectShowsWhatNodeShows(t *testing.T) {
	program := `
		console.log({ a: 1, b: 'x', c: [1, [2, [3, [4]]]], d: { e: { f: { g: 1 } } }, 'k-k': null, u: undefined });
		console.log([1.5, -0, 'a\'b', true], new Map([['k', { v: 1 }]]), new Set([1, 'a']), Symbol('s'), 10n);
		console.log('%s is %d and %i, %j, %o %%', 'x', 4.5, 4.5, { a: 1 }, 'q', 'rest', 7);
		console.log(class A {}, function f() {}, () => {}, new (class Point { x = 1; })(), Object.create(null));
		console.log([new Date(0), /re/g, Buffer.from('hi'), [undefined, null], new Uint8Array(3), [, 1]]);
		const o = { name: 'loop' }; o.self = o; console.log(o, [['a', 'b'], []], { f() {}, get g() { return 1; } });
		console.log(Array.from({ length: 120 }, (_, i) => i));
		console.log('a'.repeat(100).split(''), { text: 'line\nline', long: 'x'.repeat(90), more: ['y'.repeat(60), 'z'] });`
	file := filepath.Join(t.TempDir(), "inspect.js")
	require.NoError(t, os.WriteFile(file, []byte(program), 0o600))
	want := runOnNode(t, file, "")
	assert.Equal(t, want.stdout, runHere(t, file, "").stdout)
}

func TestUncaughtExceptionsHaveStacksAsV8WritesThem(t *testing.T) {
	lines := prints(t, `
		process.on('uncaughtException', (err) => console.log(err.stack));
		setTimeout(function timer() { throw new RangeError('deep'); }, 1);
		throw new Error('first');`)
	assert.Equal(t, "Error: first", lines[0])
	assert.Regexp(t, `^    at .*program\.js:4:\d+\)?$`, lines[1])
	assert.Contains(t, lines, "RangeError: deep")
	for _, line := range lines {
		assert.Regexp(t, `^(\w*Error: |    at )`, line)
	}
}

// An engine with a limit ends endless recursion with Node's error. It can be caught where Go's functions were on the way.
func TestEndlessRecursionIsARangeError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.js")
	require.NoError(t, os.WriteFile(file, []byte(`
		const e = new (require('events'))().on('x', () => e.emit('x'));
		try { e.emit('x'); } catch (err) { console.log(err instanceof RangeError, err.message); }
		process.on('uncaughtException', (err) => console.log('uncaught', err.name));
		(function f() { f(); })();`), 0o600))
	var stdout bytes.Buffer
	vm := goja.New()
	vm.SetMaxCallStackSize(500)
	env := js.Enable(vm, loop.New(), js.Options{Stdout: &stdout})
	assert.Zero(t, env.Run(file))
	assert.Equal(t, "true Maximum call stack size exceeded\nuncaught RangeError\n", stdout.String())
}

// A Buffer that goes through without waiting stays the object that it is; the bytes are never copied.
func TestAWrittenBufferIsTheSameObject(t *testing.T) {
	assert.Equal(t, []string{"true", "true", "true true", "true", "false true he", "false true"}, prints(t, `
		const { Writable, PassThrough } = require('stream');
		const b = Buffer.from('hello'), to = (write) => new Writable({ write(c, e, cb) { write(c); cb(); } });
		to((c) => console.log(c === b)).write(b);
		new PassThrough().on('data', (c) => console.log(c === b)).write(b);
		to((c) => { to((d) => console.log(c === d, c === b)).write(c); console.log(c === b); }).write(b);
		to((c) => { console.log(c === b, Buffer.isBuffer(c), c.toString()); }).write(b.subarray(0, 2));
		to((c) => console.log(Array.isArray(c), Buffer.isBuffer(c))).write(new Uint8Array(2));`))
}
