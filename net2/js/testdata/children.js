'use strict';
// Processes: each step begins when the one before it is over. A child is this file too, with the name of its part.
const cp = require('child_process');
const { promisify } = require('util');

const parts = {
  echo() { process.stdin.on('data', (chunk) => process.stdout.write(`${chunk}`.toUpperCase())).on('end', () => { process.exitCode = 7; }); },
  messages() {
    process.on('message', (m) => {
      if (m === 'bye') process.disconnect(); else process.send({ got: m, connected: process.connected });
    });
    process.on('disconnect', () => console.log('child: disconnect'));
    process.send('ready');
  },
  last() { process.send({ big: 'x'.repeat(3000) }); process.exit(4); },
  wait() { process.send('waiting'); setInterval(() => {}, 1000); },
  hears() { process.on('SIGTERM', (name, n) => { console.log('child:', name, n); process.exit(0); }); process.send('waiting'); setInterval(() => {}, 1000); },
  loud() { console.log('out'); console.error('err'); },
  env() { console.log(process.env.A, process.env.B, process.cwd() === require('path').parse(process.cwd()).root, process.argv.slice(2)); },
};

// watch prints the events of a child. Whether exit or disconnect comes first is the system's affair.
function watch(name, child) {
  const late = [];
  for (const event of ['spawn', 'message', 'disconnect', 'error', 'exit', 'close']) {
    child.on(event, (...args) => {
      const shown = args.map((a) => a instanceof Error ? `${a.name} ${a.code} ${a.message}` : typeof a === 'object' && a?.big ? a.big.length : a);
      const print = () => console.log(name, event, ...shown);
      if (event === 'exit') late.push(print); else if (event === 'disconnect') late.unshift(print);
      else {
        if (event === 'close') late.forEach((f) => f());
        print();
      }
    });
  }
  return new Promise((resolve) => child.on('close', () => resolve()));
}
const self = (part, options) => cp.fork(__filename, [part], options);
const text = (stream) => { let s = ''; stream?.setEncoding('utf8').on('data', (chunk) => { s += chunk; }); return () => s; };

const steps = {
  async echo() {
    const child = cp.spawn(process.execPath, [__filename, 'echo']);
    const out = text(child.stdout);
    child.stdin.write('one ');
    child.stdin.end('two');
    await watch('echo', child);
    console.log(out(), child.exitCode, child.signalCode, child.killed, child.spawnargs.length, child.stdin.destroyed, child.kill());
  },
  async messages() {
    const child = self('messages', { silent: true });
    const out = text(child.stdout);
    let n = 0;
    child.on('message', () => child.send([{ n: 1 }, [2, null], 'ä', 'bye'][n++] ?? 'bye'));
    await watch('messages', child);
    console.log(out(), child.connected, child.channel);
    child.send('late', (err) => console.log(err.code));
  },
  last: () => watch('last', self('last')),
  async kill() {
    const child = self('wait');
    child.on('message', () => console.log(child.kill('SIGKILL'), child.killed));
    await watch('kill', child);
    console.log(child.exitCode, child.signalCode);
  },
  async hears() {
    const child = self('hears', { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const out = text(child.stdout);
    child.on('message', () => console.log(process.kill(child.pid, 0), child.kill()));
    await watch('hears', child);
    console.log(out(), child.stdin, child.stderr, child.stdio.length);
  },
  missing: () => watch('missing', cp.spawn('/there/is/no such program', ['a', 'b'])),
  noDirectory: () => watch('noDirectory', cp.spawn('cat', { cwd: '/no/such/place' })),
  async aborted() {
    const ac = new AbortController();
    const child = self('wait', { signal: ac.signal });
    child.on('message', () => ac.abort());
    await watch('aborted', child);
  },
  timeout: () => watch('timeout', cp.spawn('sleep', ['100'], { stdio: 'ignore', timeout: 50, killSignal: 'SIGKILL' })),
  execFile: () => new Promise((resolve) => cp.execFile(process.execPath, [__filename, 'loud'], (err, out, e) => resolve(console.log(err, [out, e])))),
  exec: () => new Promise((resolve) => cp.exec('echo some; echo more >&2; exit 3', (err, out, e) => resolve(console.log(err.code, err.killed, err.signal, err.cmd, err.message, [out, e])))),
  tooMuch: () => new Promise((resolve) => cp.exec('printf 123456789', { maxBuffer: 4 }, (err, out) => resolve(console.log(err.code, err.message, out)))),
  async promised() {
    console.log(await promisify(cp.exec)('printf $A', { env: { ...process.env, A: 'here' } }));
    await promisify(cp.execFile)('/bin/sh', ['-c', 'exit 2']).catch((err) => console.log(err.code, err.stdout === '', err.cmd));
  },
  async env() {
    const child = cp.spawn(process.execPath, [__filename, 'env', 'x y', ''], { env: { __proto__: { A: 'inherited', PATH: process.env.PATH }, B: 'own', C: undefined, NODENET_AS_NODE: '1' }, cwd: '/' });
    const out = text(child.stdout);
    await watch('env', child);
    console.log(out());
  },
  async inherit() { await watch('inherit', cp.spawn(process.execPath, [__filename, 'loud'], { stdio: ['ignore', 'inherit', 'pipe'] })); },
  async chain() {
    const last = cp.spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
    const first = cp.spawn('cat', { stdio: ['pipe', last.stdin, 'inherit'] });
    const out = text(last.stdout);
    first.stdin.end('through both');
    await watch('first', first);
    last.stdin.end();
    await watch('last', last);
    console.log(out());
  },
  async lent() {
    const first = cp.spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
    const head = cp.spawn('head', ['-n1'], { stdio: [first.stdout, 'pipe', 'inherit'] });
    first.stdin.write('for head\n');
    const out = text(head.stdout);
    await new Promise((resolve) => head.on('close', resolve));
    const rest = text(first.stdout);
    first.stdin.end('for us\n');
    first.stdout.resume();
    await new Promise((resolve) => first.on('close', resolve));
    console.log([out(), rest()]);
  },
  async socket() {
    const net = require('net');
    const server = net.createServer((conn) => {
      cp.spawn('printf', ['to the socket'], { stdio: ['ignore', conn, 'inherit'] }).on('close', () => conn.end());
    });
    await new Promise((resolve) => server.listen(0, resolve));
    const client = net.connect(server.address().port);
    const out = text(client);
    await new Promise((resolve) => client.on('close', resolve));
    server.close();
    console.log(out());
  },
  sync() {
    const show = ({ status, signal, stdout, stderr, error }) => console.log(status, signal, stdout, stderr, error && [error.code, error.message, error.spawnargs]);
    show(cp.spawnSync(process.execPath, [__filename, 'echo'], { input: 'input', encoding: 'utf8' }));
    show(cp.spawnSync('printf', ['x']));
    show(cp.spawnSync('no such program'));
    show(cp.spawnSync('sleep', ['100'], { timeout: 50 }));
    show(cp.spawnSync('/bin/sh', ['-c', 'printf 12345; exec sleep 100'], { maxBuffer: 2, encoding: 'latin1' }));
    console.log(cp.execSync('cat; echo $0', { input: 'in\n', encoding: 'utf8' }), cp.execFileSync('printf', ['%s', 'a b']).toString());
    try { cp.execSync('echo bad; exit 5', { stdio: 'pipe' }); } catch (err) { console.log(err.status, err.message, `${err.stdout}`, err.output.length); }
    cp.execFileSync(process.execPath, [__filename, 'loud'], { stdio: 'inherit' });
  },
  wrong() {
    for (const f of [() => cp.spawn(''), () => cp.spawn(1), () => cp.spawn('a\0'), () => cp.spawn('a', 1), () => cp.spawn('a', [], { uid: 'x' }), () => cp.spawn('a', { stdio: 'odd' }),
      () => cp.spawn('a', { stdio: ['ipc', 'ipc'] }), () => cp.spawnSync('a', { stdio: 'ipc' }), () => cp.fork('a', { stdio: ['pipe'] }), () => cp.spawn('a', { killSignal: 'SIGODD' }),
      () => cp.spawn('a', { timeout: -1 }), () => cp.exec('a', { maxBuffer: 'x' }), () => cp.execFile('a', [], {}, 3), () => process.kill(process.pid, 'SIGODD'), () => process.kill(2 ** 30, 0), () => cp.exec(5)]) {
      try { f(); } catch (err) { console.log(err.name, err.code, err.message); }
    }
  },
};

if (process.argv[2]) {
  parts[process.argv[2]]();
} else {
  (async () => {
    for (const name of Object.keys(steps)) {
      console.log(`--- ${name}`);
      await steps[name]();
    }
  })();
}
