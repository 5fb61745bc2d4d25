package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAStoreFollowsWhatItFollowsOnNode(t *testing.T) {
	assert.Empty(t, sameAsNode(t, filepath.Join("testdata", "als.js"), "").stderr)
}

// A callback that throws leaves no store behind.
func TestAStoreEndsWithItsCallback(t *testing.T) {
	assert.Equal(t, []string{"caught 1", "undefined", "undefined"}, prints(t, `
		const als = new (require('async_hooks').AsyncLocalStorage)();
		process.on('uncaughtException', (err) => { console.log('caught', err.message); });
		als.run('store', () => setTimeout(() => { throw new Error(1); }, 1));
		setTimeout(() => console.log(als.getStore()), 5);
		setTimeout(() => Promise.resolve().then(() => console.log(als.getStore())), 10);`))
}
