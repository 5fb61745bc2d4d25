package streamlib_test

import (
	"encoding/hex"
	"errors"
	"testing"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

// log is what a track gives.
type log = func(args ...any)

// emitter is a stream by its own type; the interfaces of the package cannot name On.
type emitter[T any] interface {
	stream.Stream
	On(event string, listener any) T
}

// on logs events by their name, without arguments; what comes before the name is the words.
func on[T emitter[T]](log log, s T, names []string, words ...any) {
	for _, name := range names {
		s.On(name, func() { log(append(words, name)...) })
	}
}

// data logs the chunks.
func data[T emitter[T]](log log, s T, words ...any) {
	s.On("data", func(chunk any) { log(append(append(words, "data"), chunk)...) })
}

// failure logs the error, after the words.
func failure[T emitter[T]](log log, s T, words ...any) {
	s.On("error", func(err error) { log(append(append(words, "error"), err)...) })
}

// said returns a callback that logs its error after the words.
func said(log log, words ...any) func(error) {
	return func(err error) { log(append(words, err)...) }
}

// plain returns a callback that logs the words only.
func plain(log log, words ...any) func(error) { return func(error) { log(words...) } }

// hold keeps the loop alive until the func that it returns is called: the end of a context is told on a goroutine.
func hold(x *transcript.T) (release func()) {
	x.Loop.BeginRequest()
	return x.Loop.EndRequest
}

// thrown returns what fn panics with.
func thrown(fn func()) (err *stream.Error) {
	defer func() { err, _ = recover().(*stream.Error) }()
	fn()
	return nil
}

func unhex(s string) []byte {
	b, err := hex.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return b
}

func boom(text string) error { return errors.New(text) }

// passTransform passes chunks on.
func passTransform(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, b) }

// taker is a Write hook that takes everything.
func taker(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) }

// idle is a Read hook that brings nothing.
func idle(*stream.Readable, int) {}

// after runs fn n immediates later.
func after(x *transcript.T, n int, fn func()) {
	if n == 0 {
		fn()
		return
	}
	x.Loop.SetImmediate(func() { after(x, n-1, fn) })
}
