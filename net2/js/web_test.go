package js_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStreamsOfTheWebDoWhatTheyDoOnNode(t *testing.T) {
	file := filepath.Join("testdata", "web.js")
	want := runOnNode(t, file, "")
	require.Zero(t, want.code, want.stderr)
	got := runHere(t, file, "")
	assert.Equal(t, want.stdout, got.stdout)
	assert.Empty(t, got.stderr)
}

// Node v20 has an assertion of its own in the way here; the standard has not.
func TestAWriteAfterTheCloseOfAWebStreamIsRejected(t *testing.T) {
	assert.Equal(t, []string{"TypeError ERR_INVALID_STATE", "TypeError ERR_INVALID_STATE"}, prints(t, `
		(async () => {
			const w = new WritableStream().getWriter();
			await w.close();
			await w.write(1).catch((err) => console.log(err.name, err.code));
			await w.close().catch((err) => console.log(err.name, err.code));
		})();`))
}
