package stream

import (
	"strconv"

	"github.com/nodenet/go/events"
)

// Compose makes one stream of several that are piped into each other: what is written to it goes to the first, what
// is read from it comes from the last. It is writable if the first stream is and readable if the last one is. If one
// of them fails, it is destroyed with that error; if it is destroyed, so are they. It mirrors
// stream.compose(...streams), which Node calls experimental. A single *Duplex is returned as it is, and of a single
// stream that embeds one, such as a *Transform, the Duplex.
//
// No stream panics with ERR_MISSING_ARGS, one that cannot be read or written where it must be with
// ERR_INVALID_ARG_VALUE. Node also takes iterators and functions; here make a Transform. On the loop.
func Compose(streams ...Stream) *Duplex {
	if len(streams) == 0 {
		panic(errMissingArgs("streams"))
	}
	if s, ok := streams[0].(interface{ duplex() *Duplex }); ok && len(streams) == 1 {
		return s.duplex()
	}
	for i, s := range streams {
		if i < len(streams)-1 && !IsReadable(s) {
			panic(errNotUsable(i, s, "must be readable"))
		}
		if i > 0 && !IsWritable(s) {
			panic(errNotUsable(i, s, "must be writable"))
		}
	}
	k := &composed{tail: streams[len(streams)-1]}
	head := streams[0]
	k.head = head.base().wr
	if len(streams) == 1 {
		Finished(head, k.over)
	} else {
		Pipeline(streams, k.over)
	}
	k.build(head)
	return k.d
}

func errNotUsable(i int, s Stream, why string) *Error {
	return &Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
		Message: "The argument 'streams[" + strconv.Itoa(i) + "]' " + why + ". Received " + events.Received(s)}
}

// composed is the inside of a stream that Compose made.
type composed struct {
	d    *Duplex
	head *writeSide
	tail Stream

	readable, writable bool
	onDrain, onFinish  func(error) // callbacks that wait for head and tail
	wantData           bool        // the read hook found nothing
	allOver            bool
	onOver             func(error) // the callback of a destroy that came first
}

func (k *composed) build(head Stream) {
	k.readable, k.writable = IsReadable(k.tail), IsWritable(head)
	o := DuplexOptions{
		Loop:       head.base().loop,
		NoReadable: !k.readable, NoWritable: !k.writable,
		WritableObjectMode: k.head != nil && k.head.objectMode,
		Destroy:            k.destroy,
	}
	if r := k.tail.base().rd; r != nil {
		o.ReadableObjectMode = r.objectMode
	}
	if k.writable {
		o.WriteBytes, o.Write, o.Final = k.writeBytes, k.write, k.final
		k.head.c.On("drain", func() { take(&k.onDrain)(nil) })
		Finished(k.tail, func(error) { take(&k.onFinish)(nil) })
	}
	if k.readable {
		o.Read = k.read
		c := k.tail.base()
		c.On("readable", func() {
			if k.wantData {
				k.wantData = false
				k.read(k.d, 0)
			}
		})
		c.On("end", func() { k.d.Push(nil) })
	}
	k.d = NewDuplex(o)
}

// take empties a callback that waits. The result can always be called.
func take(cb *func(error)) func(error) {
	f := *cb
	*cb = nil
	if f == nil {
		return func(error) {}
	}
	return f
}

func (k *composed) writeBytes(_ *Duplex, b []byte, cb func(error)) {
	k.passed(k.head.WriteBytes(b), cb)
}

func (k *composed) write(_ *Duplex, chunk any, encoding string, cb func(error)) {
	k.passed(k.head.WriteValue(chunk, encoding), cb)
}

func (k *composed) passed(roomy bool, cb func(error)) {
	if roomy {
		cb(nil)
		return
	}
	k.onDrain = cb
}

func (k *composed) final(_ *Duplex, cb func(error)) {
	k.head.end()
	k.onFinish = cb
}

func (k *composed) read(*Duplex, int) {
	for {
		ch, ok := k.tail.base().rd.take(everything)
		if !ok {
			k.wantData = true
			return
		}
		if !k.pass(ch) {
			return
		}
	}
}

func (k *composed) pass(ch chunk) bool {
	if ch.value == nil {
		return k.d.PushBytes(ch.bytes)
	}
	return k.d.Push(ch.value)
}

// over is the callback of the pipeline inside.
func (k *composed) over(err error) {
	k.allOver = true
	switch cb := k.onOver; {
	case cb != nil:
		k.onOver = nil
		cb(err)
	case err != nil:
		k.d.Destroy(err)
	case !k.readable && !k.writable:
		k.d.Destroy()
	}
}

func (k *composed) destroy(_ *Duplex, err error, cb func(error)) {
	if err == nil && !k.allOver {
		err = events.AbortError(nil)
	}
	k.wantData, k.onDrain, k.onFinish = false, nil, nil
	cutOff(k.tail, err)
	if k.allOver {
		cb(err)
		return
	}
	k.onOver = cb
}
