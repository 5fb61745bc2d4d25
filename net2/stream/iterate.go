package stream

import (
	"io"
	"iter"
	"reflect"

	"github.com/nodenet/go/events"
)

// IterateOptions are the options of Iterate, those of Node's readable.iterator().
type IterateOptions struct {
	// NoDestroyOnReturn leaves the stream open after the range, unless it failed: destroyOnReturn: false. It goes on with
	// what the range has not seen, if it had not ended by then: a range reads ahead, up to the high-water mark.
	NoDestroyOnReturn bool
}

// Iterate returns the chunks of s as a sequence for code that blocks: Node's for await over a stream. It is called on
// the loop and takes s over, as NewReader does; the sequence is ranged over once, on another goroutine, and is best run
// with loop.Work, which keeps the loop alive.
//
// T is what a chunk is: []byte, string, any, or the type of the values of a stream in object mode. []byte and string turn
// into each other. The sequence ends after 'end'; if the stream fails or closes early its last pair holds the error.
// A chunk of another type destroys the stream with ERR_INVALID_ARG_TYPE.
//
// As in Node the stream does not outlive the range: it is destroyed, with ABORT_ERR if it was not over, be it that the range
// was left early or that the writable side of a Duplex is still open.
func Iterate[T any](s ReadableStream, o ...IterateOptions) iter.Seq2[T, error] {
	in := newInlet(s)
	keep := first(o).NoDestroyOnReturn
	return func(yield func(T, error) bool) {
		var zero T
		for {
			ch, err := in.next()
			if err == io.EOF {
				if !keep {
					in.leave()
				}
				return
			}
			if err != nil {
				in.leave()
				yield(zero, err)
				return
			}
			v, err := as[T](ch)
			if err != nil {
				in.close(err)
				yield(zero, err)
				return
			}
			if !yield(v, nil) {
				if keep {
					in.release()
				} else {
					in.shut()
					in.leave()
				}
				return
			}
		}
	}
}

// as is the chunk as a T.
func as[T any](ch chunk) (v T, err error) {
	data := ch.value
	if data == nil {
		data = ch.bytes
	}
	if v, ok := data.(T); ok {
		return v, nil
	}
	switch out := any(&v).(type) {
	case *string:
		if b, ok := data.([]byte); ok {
			*out = string(b)
			return v, nil
		}
	case *[]byte:
		if s, ok := data.(string); ok {
			*out = []byte(s)
			return v, nil
		}
	}
	return v, events.InvalidArgType("chunk", "of type "+reflect.TypeFor[T]().String(), data)
}
