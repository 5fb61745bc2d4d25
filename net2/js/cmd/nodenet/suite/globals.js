'use strict';
// What node's command line and startup give a test.
const flags = globalThis.__flags ?? [];
delete globalThis.__flags;
process.execArgv = [...flags, ...process.execArgv];
process.versions.openssl = '3.0.0';
process.features = { ...process.features, debug: false };
if (flags.some((f) => /expose[-_]gc/.test(f))) Object.defineProperty(globalThis, 'gc', { value() {}, configurable: true, writable: true });
Object.defineProperty(process, '_rawDebug', { value: (...a) => process.stderr.write(`${a.join(' ')}\n`) });
process.noDeprecation = flags.includes('--no-deprecation') || undefined;
for (const f of flags) {
  const [, name, value] = /^--(no-)?network-family-autoselection(?:-attempt-timeout=(\d+))?$/.exec(f) ?? [];
  if (value) require('net').setDefaultAutoSelectFamilyAttemptTimeout(+value);
  else if (name) require('net').setDefaultAutoSelectFamily(false);
}
const { performance } = require('perf_hooks');
Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true, writable: true });
for (const name of ['fetch', 'navigator', 'crypto']) Object.defineProperty(globalThis, name, { value: name === 'fetch' ? () => Promise.reject(new Error('no fetch')) : undefined, configurable: true, writable: true, enumerable: name === 'fetch' });
