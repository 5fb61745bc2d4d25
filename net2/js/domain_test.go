package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestErrorsGoToTheDomainThatTheyGoToOnNode(t *testing.T) {
	assert.Empty(t, sameAsNode(t, filepath.Join("testdata", "domains.js"), "").stderr)
}

// An error event carries what was emitted, be it nothing.
func TestEmitErrorKeepsItsValue(t *testing.T) {
	assert.Equal(t, []string{"undefined null 0 false", "1"}, prints(t, `
		const e = new (require('events'))(), got = [];
		e.on('error', (...args) => got.push(args[0]));
		for (const v of [undefined, null, 0, false]) e.emit('error', v);
		console.log(...got);
		e.removeAllListeners().on('error', (...args) => console.log(args.length)).emit('error', undefined);`))
}

// What an interval gave before the signal ended it is given out.
func TestAnIntervalGivesOutWhatFiredBeforeTheAbort(t *testing.T) {
	assert.Equal(t, []string{"true", "AbortError"}, prints(t, `
		const { setInterval: every, setTimeout: sleep } = require('timers/promises');
		(async () => {
			const ac = new AbortController();
			let n = 0, aborted = 0;
			try {
				for await (const v of every(2, 'v', { signal: ac.signal })) {
					n++;
					if (n === 1) { await sleep(30); ac.abort(); aborted = n; }
				}
			} catch (err) {
				console.log(n > aborted);
				console.log(err.name);
			}
		})();`))
}
