'use strict';
// exec and its kin: a process whose whole output is handed over at its end.
const { coded } = require('errors');
const { describe, systemError } = require('child_process_class');
const custom = Symbol.for('nodejs.util.promisify.custom');

// collect gathers what a stream of a child gives, at most max; over is called when there is more.
function collect(stream, encoding, max, over) {
  const chunks = [];
  let size = 0;
  if (!stream) return () => encoding ? '' : Buffer.alloc(0);
  if (encoding) stream.setEncoding(encoding);
  stream.on('data', (chunk) => {
    const had = size;
    size += stream.readableEncoding ? Buffer.byteLength(chunk, stream.readableEncoding) : chunk.length;
    if (size <= max) return void chunks.push(chunk);
    chunks.push(chunk.slice(0, max - had));
    over();
  });
  return () => encoding || stream.readableEncoding ? chunks.join('') : Buffer.concat(chunks);
}

module.exports = ({ checkLimits, forFile, forShell, killSignalOf, maxBuffer, prepare, module }) => {
  function exec(command, options, callback) {
    const shell = forShell(command, options, callback);
    return module.execFile(shell.command, shell.options, shell.callback);
  }

  function execFile(file, args, options, callback) {
    ({ file, args, options, callback } = forFile(file, args, options, callback));
    options = { __proto__: null, encoding: 'utf8', timeout: 0, maxBuffer, killSignal: 'SIGTERM', cwd: null, env: null, shell: false, ...options };
    checkLimits(options);
    const killSignal = killSignalOf(options.killSignal);
    const { cwd, env, gid, shell, signal, uid, windowsHide, windowsVerbatimArguments } = options;
    const child = module.spawn(file, args, { cwd, env, gid, shell, signal, uid, windowsHide: !!windowsHide, windowsVerbatimArguments: !!windowsVerbatimArguments });
    const encoding = options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ? options.encoding : null;
    let failure = null, killed = false, over = false, timer;

    function finish(code, signal) {
      if (over) return;
      over = true;
      clearTimeout(timer);
      if (!callback) return;
      const out = stdout(), err = stderr();
      if (!failure && code === 0 && signal === null) return void callback(null, out, err);
      const cmd = args.length ? `${file} ${args.join(' ')}` : file;
      failure ??= Object.assign(new Error(`Command failed: ${cmd}\n${err}`), { code: code < 0 ? native.errorName(code) : code, killed: child.killed || killed, signal });
      failure.cmd = cmd;
      callback(failure, out, err);
    }
    const deafen = () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    function kill() {
      deafen();
      killed = true;
      try {
        child.kill(killSignal);
      } catch (err) {
        failure = err;
        finish();
      }
    }
    const tooMuch = (name) => () => {
      failure = coded(RangeError, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', `${name} maxBuffer length exceeded`);
      kill();
    };
    if (options.timeout > 0) timer = setTimeout(kill, options.timeout);
    const stdout = collect(child.stdout, encoding, options.maxBuffer, tooMuch('stdout'));
    const stderr = collect(child.stderr, encoding, options.maxBuffer, tooMuch('stderr'));
    child.addListener('close', finish);
    child.addListener('error', (err) => {
      failure = err;
      deafen();
      finish();
    });
    return child;
  }

  // A promise of what exec gives, with the child.
  const promised = (f) => (...args) => {
    let done;
    const promise = new Promise((resolve, reject) => {
      done = (err, stdout, stderr) => err === null ? resolve({ stdout, stderr }) : reject(Object.assign(err, { stdout, stderr }));
    });
    promise.child = f(...args, done);
    return promise;
  };
  for (const f of [exec, execFile]) Object.defineProperty(f, custom, { value: promised(f) });

  function inputOf(v, i, encoding) {
    if (ArrayBuffer.isView(v)) return v;
    if (typeof v === 'string') return Buffer.from(v, encoding);
    throw require('errors').invalidArgType(`options.stdio[${i}]`, 'one of type string or an instance of Buffer, TypedArray, or DataView', v);
  }

  function spawnSync(file, args, options) {
    options = { __proto__: null, maxBuffer, ...prepare(file, args, options) };
    checkLimits(options);
    const killSignal = killSignalOf(options.killSignal) ?? native.signalNumbers.SIGTERM;
    const { list } = describe(options.stdio || 'pipe', true);
    if (options.input) list[0] = { ...list[0], type: 'pipe', input: options.input };
    list.forEach((item, i) => { if (item.input != null) item.input = inputOf(item.input, i, options.encoding); });
    const { errno, pid, status, signal, output } = native.childSpawnSync({ ...options, killSignal, stdio: list });
    list.forEach(({ relay }, i) => {
      if (relay === undefined || !output) return;
      native.write(relay, output[i]);
      output[i] = null;
    });
    if (options.encoding && options.encoding !== 'buffer') output?.forEach((b, i) => { if (b) output[i] = b.toString(options.encoding); });
    const result = { status, signal, output, pid, stdout: output && output[1], stderr: output && output[2] };
    if (!errno) return result;
    const error = systemError(errno, `spawnSync ${options.file}`);
    error.path = options.file;
    error.spawnargs = options.args.slice(1);
    return { error, ...result };
  }

  // outcome is what the Sync functions return or throw.
  function outcome(result, command, inherits) {
    if (inherits && result.stderr) process.stderr.write(result.stderr);
    if (result.error) throw Object.assign(result.error, result);
    if (result.status === 0) return result.stdout;
    const told = result.stderr?.length > 0 ? `\n${result.stderr}` : '';
    throw Object.assign(new Error(`Command failed: ${command}${told}`), result);
  }

  function execFileSync(file, args, options) {
    ({ file, args, options } = forFile(file, args, options));
    return outcome(spawnSync(file, args, options), [options.argv0 || file, ...args].join(' '), !options.stdio);
  }

  function execSync(command, options) {
    const shell = forShell(command, options);
    return outcome(spawnSync(shell.command, shell.options), command, !shell.options.stdio);
  }

  return { exec, execFile, execFileSync, execSync, spawnSync };
};
