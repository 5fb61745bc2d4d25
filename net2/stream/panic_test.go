package stream

import (
	"errors"
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// In Node an exception of read, final, destroy and construct fails the stream; here a panic does.
func TestPanicOfAHookFailsTheStream(t *testing.T) {
	boom := errors.New("boom")
	for name, make := range map[string]func(l *loop.Loop) *Duplex{
		"read": func(l *loop.Loop) *Duplex {
			return NewDuplex(DuplexOptions{Loop: l, Read: func(*Duplex, int) { panic(boom) }}).Resume()
		},
		"final": func(l *loop.Loop) *Duplex {
			return NewDuplex(DuplexOptions{Loop: l, Final: func(*Duplex, func(error)) { panic(boom) }}).End()
		},
		"destroy": func(l *loop.Loop) *Duplex {
			return NewDuplex(DuplexOptions{Loop: l, Destroy: func(*Duplex, error, func(error)) { panic(boom) }}).Destroy()
		},
		"construct": func(l *loop.Loop) *Duplex {
			return NewDuplex(DuplexOptions{Loop: l, Construct: func(*Duplex, func(error)) { panic(boom) }})
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			var got []string
			d := make(l)
			d.On("error", func(err error) {
				assert.ErrorIs(t, err, boom)
				assert.Equal(t, "boom", err.Error())
				assert.Contains(t, fmt.Sprintf("%+v", err), "panic_test.go", "where it happened")
				assert.Equal(t, "boom", fmt.Sprintf("%v", err))
				got = append(got, "error")
			})
			d.On("close", func() { got = append(got, "close") })
			finishLoop(t, l)
			assert.Equal(t, []string{"error", "close"}, got)
			assert.True(t, d.Destroyed())
		})
	}
}

func TestPanicWithAnyValueBecomesAnError(t *testing.T) {
	runLoop(t, func(l *loop.Loop) {
		r := NewReadable(ReadableOptions{Loop: l, Read: func(*Readable, int) { panic(42) }})
		r.On("error", func(err error) { assert.Equal(t, "42", err.Error()) })
		r.Read()
		require.Error(t, r.Errored())
	})
}

// An exception of write is the writer's, and the stream stays as it was in the middle of the write.
func TestPanicOfTheWriteHookReachesTheWriter(t *testing.T) {
	l := loop.New()
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(*Writable, []byte, func(error)) { panic("boom") }})
	assert.PanicsWithValue(t, "boom", func() { w.Write("a") })
	assert.False(t, w.Destroyed())
	assert.Equal(t, 1, w.WritableLength())
	w.Write("b")
	assert.Equal(t, 2, w.WritableLength(), "it waits behind the first")
	finishLoop(t, l)
}

// A listener's exception goes through push, and the next chunk is delivered.
func TestPanicOfADataListenerReachesThePusher(t *testing.T) {
	for name, push := range map[string]func(r *Readable, s string){
		"bytes":   func(r *Readable, s string) { r.PushBytes([]byte(s)) },
		"strings": func(r *Readable, s string) { r.SetEncoding("utf8").Push(s) },
	} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			r := flowing(l, nil)
			r.Pipe(swallow(l, WritableOptions{}))
			got := ""
			r.On("data", func(s string) {
				if s == "bad" {
					panic("boom")
				}
				got += s
			})
			finishLoop(t, l)
			assert.PanicsWithValue(t, "boom", func() { push(r, "bad") })
			push(r, "good")
			finishLoop(t, l)
			assert.Equal(t, "good", got)
			assert.Nil(t, r.seldom.current)
		})
	}
}

func TestUnhandledErrorIsUncaught(t *testing.T) {
	boom := errors.New("boom")
	l := loop.New()
	r := flowing(l, nil)
	closed := false
	r.On("close", func() { closed = true })
	r.Destroy(boom)
	assert.PanicsWithValue(t, boom, l.Run)
	finishLoop(t, l)
	assert.False(t, closed, "as in Node, where the process is gone")
}

func TestUncaughtHandlerLetsTheStreamGoOn(t *testing.T) {
	l := loop.New()
	var caught []any
	l.OnUncaught(func(v any) { caught = append(caught, v) })
	r := flowing(l, func(b []byte) { panic(string(b)) })
	r.Pause()
	r.Push("a")
	r.Push("b")
	l.SetImmediate(func() { r.Resume() })
	l.SetImmediate(func() { r.Push("c") })
	finishLoop(t, l)
	assert.Equal(t, []any{"a", "b"}, caught)
	assert.Equal(t, 1, r.ReadableLength(), "in Node, too, an exception inside the flow can leave the last chunk waiting")
}

func TestGoexitInAHookIsNoError(t *testing.T) {
	done := make(chan *Readable)
	go func() {
		var r *Readable
		defer func() { done <- r }()
		r = NewReadable(ReadableOptions{Loop: loop.New(), Read: func(*Readable, int) { runtime.Goexit() }})
		r.Read()
	}()
	r := <-done
	assert.False(t, r.Destroyed())
}

func TestThrownErrorsHaveNames(t *testing.T) {
	l := loop.New()
	w := swallow(l, WritableOptions{})
	r := flowing(l, nil)
	for want, fn := range map[string]func(){
		"TypeError [ERR_STREAM_NULL_VALUES]: May not write null values to stream": func() { w.Write(nil) },
		"TypeError [ERR_UNKNOWN_ENCODING]: Unknown encoding: klingon":             func() { w.WriteEncoded("a", "klingon") },
		`TypeError [ERR_INVALID_ARG_TYPE]: The "chunk" argument must be of type string or an instance of Buffer, ` +
			"TypedArray, or DataView. Received type number (42)": func() { w.Write(42) },
		`RangeError [ERR_OUT_OF_RANGE]: The value of "size" is out of range. It must be <= 1GiB. Received 1073741825`: func() {
			r.Read(1<<30 + 1)
		},
		"TypeError [ERR_INVALID_ARG_VALUE]: The property 'options.highWaterMark' is invalid. Received -2": func() {
			NewWritable(WritableOptions{Loop: l, HighWaterMark: -2})
		},
		`TypeError [ERR_INVALID_ARG_TYPE]: The "callback" argument must be of type function. Received type number (3)`: func() {
			w.End("a", "utf8", 3)
		},
		"Error [ERR_METHOD_NOT_IMPLEMENTED]: The _write() method is not implemented": func() {
			NewWritable(WritableOptions{Loop: l}).Write("a")
		},
	} {
		func() {
			defer func() { assert.EqualError(t, recover().(error), want) }()
			fn()
		}()
	}
	assert.False(t, w.Destroyed())
	finishLoop(t, l)
}

func TestCaptureRejectionsDestroysTheStream(t *testing.T) {
	boom := errors.New("boom")
	runLoop(t, func(l *loop.Loop) {
		r := NewReadable(ReadableOptions{Loop: l, CaptureRejections: true, Read: func(*Readable, int) {}})
		r.On("data", func([]byte) error { return boom })
		r.On("error", func(err error) { assert.Equal(t, boom, err) })
		r.On("close", func() { assert.True(t, r.Destroyed()) })
		r.Push("a")
		t.Cleanup(func() { assert.True(t, r.Closed()) })
	})
}

func TestErrorsCompareByCode(t *testing.T) {
	assert.ErrorIs(t, errDestroyed("write"), ErrDestroyed)
	assert.ErrorIs(t, errWriteAfterEnd(), ErrWriteAfterEnd)
	assert.ErrorIs(t, errPushAfterEOF(), ErrPushAfterEOF)
	assert.ErrorIs(t, errUnshiftAfterEnd(), ErrUnshiftAfterEnd)
	assert.ErrorIs(t, errAlreadyFinished("end"), ErrAlreadyFinished)
	assert.ErrorIs(t, errMultipleCallback(), ErrMultipleCallback)
	assert.ErrorIs(t, errPrematureClose(), ErrPrematureClose)
	assert.NotErrorIs(t, errDestroyed("write"), ErrWriteAfterEnd)

	inner, outer := errors.New("inner"), &Error{Code: "OUTER", Message: "outer"}
	both := aggregate(inner, outer)
	assert.EqualError(t, both, "outer")
	assert.Equal(t, "OUTER", events.Code(both))
	assert.ErrorIs(t, both, inner)
	assert.ErrorIs(t, both, outer)
	assert.Equal(t, inner, aggregate(inner, nil))
	assert.Equal(t, error(outer), aggregate(nil, outer))
	assert.Equal(t, error(outer), aggregate(outer, outer))
}
