package stream

import (
	"os"
	"sync"

	"github.com/nodenet/go/net2/loop"
)

// ReadStream is a Readable of which the program can say whether reading keeps the loop alive: Node's process.stdin.
type ReadStream struct {
	*Readable
	source *readerSource
}

// Ref lets reading keep the loop alive, as it does from the start. It mirrors process.stdin.ref(). On the loop.
func (s *ReadStream) Ref() *ReadStream {
	s.source.handle.Ref()
	return s
}

// Unref lets the loop end while the stream waits for input. It mirrors process.stdin.unref(). On the loop.
func (s *ReadStream) Unref() *ReadStream {
	s.source.handle.Unref()
	return s
}

// Stdin returns the standard input as a stream on loop.Default(), always the same one. It mirrors process.stdin.
//
// Nothing is read before the program asks for data, and reading keeps the loop alive, until 'end', Pause or Unref.
// A Read that waits for a terminal cannot be called back: after Pause it stays, as one goroutine that keeps nothing
// alive, and what it brings is there when the stream is resumed. The stream does not close os.Stdin. On the loop.
//
// For another loop, or for os.Stdin to be closed, use FromReader.
func Stdin() *ReadStream { return stdin() }

var stdin = sync.OnceValue(func() *ReadStream { return newStdin(os.Stdin, loop.Default()) })

func newStdin(f *os.File, l *loop.Loop) *ReadStream {
	s := newReaderSource(f, ReaderOptions{Loop: l, NoClose: true})
	s.stream.On("pause", s.handle.Stop)
	s.stream.On("resume", func() {
		if s.busy {
			s.handle.Start()
		}
	})
	return &ReadStream{Readable: s.stream, source: s}
}

// Stdout returns the standard output as a stream on loop.Default(), always the same one. It mirrors process.stdout.
//
// Writes are synchronous, as Node's are to files, terminals and pipes: nothing is lost at exit, the order with fmt's
// prints is kept, and a reader that stops reading stops the loop. Pipe does not end it, and End and Destroy do not
// close os.Stdout. On the loop.
func Stdout() *Writable { return stdout() }

// Stderr is Stdout for the standard error. It mirrors process.stderr.
func Stderr() *Writable { return stderr() }

var (
	stdout = sync.OnceValue(func() *Writable { return newStdout(os.Stdout, loop.Default()) })
	stderr = sync.OnceValue(func() *Writable { return newStdout(os.Stderr, loop.Default()) })
)

func newStdout(f *os.File, l *loop.Loop) *Writable {
	w := FromWriter(f, WriterOptions{Loop: l, NoClose: true, Sync: true})
	w.writeSide.stdio = true
	return w
}
