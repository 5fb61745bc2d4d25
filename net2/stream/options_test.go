package stream

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

func TestDefaultHighWaterMarks(t *testing.T) {
	assert.Equal(t, 16384, GetDefaultHighWaterMark(false))
	assert.Equal(t, 16, GetDefaultHighWaterMark(true))
	SetDefaultHighWaterMark(false, 100)
	SetDefaultHighWaterMark(true, 0)
	defer func() {
		SetDefaultHighWaterMark(false, 16384)
		SetDefaultHighWaterMark(true, 16)
	}()
	l := loop.New()
	assert.Equal(t, 100, NewReadable(ReadableOptions{Loop: l}).ReadableHighWaterMark())
	assert.Equal(t, 0, NewWritable(WritableOptions{Loop: l, ObjectMode: true}).WritableHighWaterMark())
	assert.Equal(t, 7, NewWritable(WritableOptions{Loop: l, HighWaterMark: 7}).WritableHighWaterMark())
	defer func() { assert.Equal(t, "ERR_OUT_OF_RANGE", events.Code(recover().(error))) }()
	SetDefaultHighWaterMark(false, -1)
}

func TestNoLoopMeansTheDefaultLoop(t *testing.T) {
	assert.Same(t, loop.Default(), NewReadable(ReadableOptions{}).Loop())
	assert.Same(t, loop.Default(), NewWritable(WritableOptions{}).Loop())
	assert.Same(t, loop.Default(), NewDuplex(DuplexOptions{}).Loop())
}

func TestContextThatHasEndedDestroys(t *testing.T) {
	cause := errors.New("why")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(cause)
	runLoop(t, func(l *loop.Loop) {
		w := NewWritable(WritableOptions{Loop: l, Context: ctx})
		w.On("error", func(err error) {
			assert.ErrorIs(t, err, ErrAborted)
			assert.ErrorIs(t, err, cause)
		})
		assert.True(t, w.Destroyed())
	})
}

func TestListenersThatCannotFitAreRefused(t *testing.T) {
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l})
	assert.Panics(t, func() { r.On("error", func(int) {}) })
	assert.Panics(t, func() { r.On("pipe", func(string) {}) })
	assert.NotPanics(t, func() {
		r.On("data", func([]byte) {}).On("data", func(string) {}).On("data", func(any) {}).On("end", func() {})
	})
	d := NewDuplex(DuplexOptions{Loop: l, Signatures: events.Declare(map[string]any{
		"connect": func() {},
	}, Signatures())})
	assert.Panics(t, func() { d.On("error", func(int) {}) })
}

func TestEncodingsOfWrites(t *testing.T) {
	l := loop.New()
	var got []string
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, b []byte, cb func(error)) {
		got = append(got, string(b))
		cb(nil)
	}})
	w.WriteEncoded("6869", "hex")
	w.WriteEncoded("aGk", "base64")
	w.WriteEncoded("é", "latin1")
	w.SetDefaultEncoding("HEX").Write("ff")
	w.End("fe", "hex")
	assert.Equal(t, []string{"hi", "hi", "\xe9", "\xff", "\xfe"}, got)
	assert.Panics(t, func() { w.SetDefaultEncoding("nope") })
}

// NoDecodeStrings means nothing to a hook that takes bytes.
func TestWriteBytesHookGetsBytesWhateverIsWritten(t *testing.T) {
	l := loop.New()
	var got []string
	for _, o := range []WritableOptions{{NoDecodeStrings: true}, {ObjectMode: true}} {
		o.Loop = l
		o.WriteBytes = func(_ *Writable, b []byte, cb func(error)) {
			got = append(got, string(b))
			cb(nil)
		}
		w := NewWritable(o)
		w.WriteEncoded("6869", "hex")
		w.Write([]byte("bytes"))
		w.WriteBytes([]byte("more"))
	}
	assert.Equal(t, []string{"hi", "bytes", "more", "hi", "bytes", "more"}, got)

	w := NewWritable(WritableOptions{Loop: l, ObjectMode: true,
		WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	w.On("error", func(err error) { assert.ErrorIs(t, err, ErrInvalidArgType) })
	w.Write(42, func(err error) { assert.ErrorIs(t, err, ErrInvalidArgType) })
	finishLoop(t, l)
	assert.Error(t, w.Errored())
}

func TestReadOnlyChunksAreTheStringItself(t *testing.T) {
	l := loop.New()
	text := "some text"
	for _, readOnly := range []bool{false, true} {
		w := NewWritable(WritableOptions{Loop: l, ReadOnlyChunks: readOnly,
			WriteBytes: func(_ *Writable, b []byte, cb func(error)) {
				assert.Equal(t, text, string(b))
				if !readOnly {
					b[0] = 'S' // a copy is the hook's
				}
				cb(nil)
			}})
		w.Write(text)
		assert.Equal(t, "some text", text)
	}
}

func TestFlowingPrintsAsInNode(t *testing.T) {
	assert.Equal(t, "null", FlowingNull.String())
	assert.Equal(t, "false", FlowingFalse.String())
	assert.Equal(t, "true", FlowingTrue.String())
}

func TestEndArguments(t *testing.T) {
	l := loop.New()
	calls := 0
	for _, args := range [][]any{
		{}, {func() { calls++ }}, {func(error) { calls++ }}, {"a"}, {"a", func() { calls++ }}, {"61", "hex"},
		{"61", "hex", func(error) { calls++ }}, {[]byte("a"), nil, func() { calls++ }}, {nil, nil}, {nil, func() { calls++ }},
		{(func())(nil)}, {"a", (func(error))(nil)},
	} {
		w := swallow(l, WritableOptions{})
		w.End(args...)
		finishLoop(t, l)
		assert.True(t, w.WritableFinished(), "%v", args)
	}
	assert.Equal(t, 6, calls)
	for _, args := range [][]any{{"a", 3}, {"a", "utf8", "more"}, {42}} {
		w := swallow(l, WritableOptions{})
		assert.Panics(t, func() { w.End(args...) }, "%v", args)
	}
	finishLoop(t, l)
}
