package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEventTargetsDoWhatTheyDoOnNode(t *testing.T) {
	file := filepath.Join("testdata", "targets.js")
	want := runOnNode(t, file, "")
	got := runHere(t, file, "")
	assert.Equal(t, want.stdout, got.stdout)
	assert.Equal(t, want.code, got.code)
}

// NodeEventTarget is only inside Node; here it is what signals of promises may be.
func TestAnIteratorListensToATargetOnce(t *testing.T) {
	assert.Equal(t, []string{"aborted AbortError", "0 0"}, prints(t, `
		const { on, once, getEventListeners } = require('events');
		const ac = new AbortController(), target = new EventTarget();
		ac.signal.addEventListener('abort', (e) => e.stopImmediatePropagation());
		once(target, 'x', { signal: ac.signal }).catch((err) => {
			console.log('aborted', err.name);
			console.log(getEventListeners(target, 'x').length, getEventListeners(target, 'y').length);
		});
		on(target, 'y', { signal: ac.signal }).next().catch(() => {});
		ac.abort();`))
}
