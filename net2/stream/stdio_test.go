package stream

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestStdinKeepsTheLoopAliveWhileItIsRead(t *testing.T) {
	r, w := osPipe(t)
	l := loop.New()
	in := newStdin(r, l)
	finishLoop(t, l) // nobody has asked for anything

	var got []string
	in.On("data", func(s string) { got = append(got, s) })
	l.SetImmediate(func() { in.Pause() })
	finishLoop(t, l) // paused, though a Read waits
	assert.Empty(t, got)

	_, err := w.WriteString("typed")
	require.NoError(t, err)
	in.On("data", func(string) { in.Unref() })
	in.Resume()
	finishLoop(t, l) // resumed: the Read that waited counts again, until unref
	assert.Equal(t, []string{"typed"}, got)

	in.Ref()
	require.NoError(t, w.Close())
	ended := false
	in.On("end", func() { ended = true })
	finishLoop(t, l)
	assert.True(t, ended)
	_, err = r.Stat()
	assert.NoError(t, err, "the standard input stays open")
}

func TestStdoutIsSynchronousAndStaysOpen(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	defer f.Close()
	runLoop(t, func(l *loop.Loop) {
		out := newStdout(f, l)
		out.Write("one ")
		_, err := f.WriteString("two ") // as fmt.Print would
		require.NoError(t, err)
		out.Write("three ")

		src := NewPassThrough(TransformOptions{Loop: l})
		src.Pipe(out)
		src.End("piped ")
		src.On("end", func() {
			l.SetImmediate(func() {
				assert.True(t, out.Writable(), "pipe does not end it")
				out.End("last")
			})
		})
	})
	_, err = f.WriteString(" open")
	require.NoError(t, err)
	b, err := os.ReadFile(f.Name())
	require.NoError(t, err)
	assert.Equal(t, "one two three piped last open", string(b))
}

func TestStdioIsMadeOnce(t *testing.T) {
	assert.Same(t, Stdin(), Stdin())
	assert.Same(t, Stdout(), Stdout())
	assert.Same(t, Stderr(), Stderr())
	assert.NotSame(t, Stdout(), Stderr())
	assert.Same(t, loop.Default(), Stdout().Loop())
}
