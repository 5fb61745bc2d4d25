package stream

import (
	"github.com/nodenet/go/events"
)

// Push adds a chunk at the end of what the stream has to give; nil ends it. It returns false when the stream has
// enough for now. It is for whoever implements the stream, and the answer to the Read hook. It mirrors
// readable.push(chunk, encoding).
//
// chunk is a []byte or a string (of the encoding, or the stream's default), or any value in object mode. Other values
// fail the stream with ERR_INVALID_ARG_TYPE, a chunk after nil with ERR_STREAM_PUSH_AFTER_EOF. The stream owns the
// bytes from now on. On the loop.
func (r *readSide) Push(chunk any, encoding ...string) bool {
	r.c.loop.Check("Readable.Push")
	if r.objectMode && chunk != nil {
		return r.pushValue(chunk, first(encoding))
	}
	switch v := chunk.(type) {
	case nil:
		return r.pushEOF()
	case []byte:
		return r.pushBytes(v)
	case string:
		return r.pushString(v, first(encoding))
	}
	r.c.errorOrDestroy(errInvalidChunk(chunk), false)
	return false
}

// PushBytes is Push for bytes, without boxing them: what sockets use. A nil or empty slice is an empty chunk, not the
// end. On a flowing stream that has nothing buffered the data listener gets b before PushBytes returns. On the loop.
func (r *readSide) PushBytes(b []byte) bool {
	r.c.loop.Check("Readable.PushBytes")
	if r.objectMode {
		return r.pushValue(b, "")
	}
	return r.pushBytes(b)
}

// Unshift puts a chunk back in front of what is buffered; nil ends the stream as Push(nil) does. After 'end' the
// stream fails with ERR_STREAM_UNSHIFT_AFTER_END_EVENT. It mirrors readable.unshift(chunk, encoding). On the loop.
func (r *readSide) Unshift(v any, encoding ...string) bool {
	r.c.loop.Check("Readable.Unshift")
	if v == nil {
		return r.pushEOF()
	}
	if r.objectMode {
		return r.unshiftChunk(chunk{value: v})
	}
	var ch chunk
	switch v := v.(type) {
	case []byte:
		ch.bytes = v
	case string:
		ch = r.returned(v, first(encoding))
	default:
		r.c.errorOrDestroy(errInvalidChunk(v), false)
		return false
	}
	if ch.size() == 0 {
		return r.wantsMore()
	}
	return r.unshiftChunk(ch)
}

// returned makes a string that comes back into what the stream delivers.
func (r *readSide) returned(s, encoding string) chunk {
	if encoding == "" {
		encoding = r.defaultEncoding()
	}
	switch own := r.ReadableEncoding(); own {
	case encoding:
		return textChunk(s)
	case "":
		return chunk{bytes: Encode(s, encoding)}
	default:
		return textChunk(Decode(Encode(s, encoding), own))
	}
}

func (r *readSide) unshiftChunk(ch chunk) bool {
	switch {
	case r.endEmitted:
		r.c.errorOrDestroy(errUnshiftAfterEnd(), false)
	case r.c.destroyed || r.c.failed():
		return false
	default:
		r.add(ch, true)
	}
	return r.wantsMore()
}

func (r *readSide) pushBytes(b []byte) bool {
	if len(b) == 0 {
		return r.pushNothing()
	}
	if !r.accepts() {
		return false
	}
	r.reading = false
	if d := r.decoder(); d != nil {
		s := d.Write(b)
		if s == "" {
			return r.pushNothing()
		}
		r.add(chunk{value: s}, false)
	} else {
		r.add(chunk{bytes: b}, false)
	}
	return r.wantsMore()
}

func (r *readSide) pushString(s, encoding string) bool {
	if encoding == "" {
		encoding = r.defaultEncoding()
	}
	if r.ReadableEncoding() != encoding {
		return r.pushBytes(Encode(s, encoding))
	}
	if s == "" {
		return r.pushNothing()
	}
	if !r.accepts() {
		return false
	}
	r.reading = false
	r.add(chunk{value: s}, false)
	return r.wantsMore()
}

func (r *readSide) pushValue(v any, encoding string) bool {
	if !r.accepts() {
		return false
	}
	r.reading = false
	if d := r.decoder(); d != nil && encoding == "" {
		v = d.decode(chunk{value: v})
	}
	r.add(chunk{value: v}, false)
	return r.wantsMore()
}

// pushNothing ends a read that brought no data.
func (r *readSide) pushNothing() bool {
	r.reading = false
	r.maybeReadMore()
	return r.wantsMore()
}

// accepts tells whether a chunk may be added; one after the end is a failure.
func (r *readSide) accepts() bool {
	if r.eof {
		r.c.errorOrDestroy(errPushAfterEOF(), false)
		return false
	}
	return !r.c.destroyed && !r.c.failed()
}

// wantsMore is the answer of Push. A stream that has nothing takes a chunk even with a mark of 0.
func (r *readSide) wantsMore() bool {
	return !r.eof && (r.length < r.c.marks.read || r.length == 0)
}

// add gives a chunk straight to the listeners if it may and nothing is in front of it, else it buffers it.
func (r *readSide) add(ch chunk, front bool) {
	if r.flowing == FlowingTrue && !r.sync && r.dataListening && r.length == 0 {
		r.forgetWaiting()
		r.dataEmitted = true
		r.emitData(ch)
	} else {
		if r.objectMode {
			r.length++
		} else {
			if s, ok := ch.value.(string); ok {
				ch = textChunk(s)
			}
			r.length += ch.size()
		}
		if front {
			r.own().buf.unshift(ch)
		} else {
			r.own().buf.push(ch)
		}
		if r.needReadable {
			r.scheduleReadable()
		}
	}
	r.maybeReadMore()
}

// emitData emits in the type that saves boxing.
func (r *readSide) emitData(ch chunk) {
	out := r.seldom
	if out == nil || ch.value == nil && out.current == nil {
		r.emitChunk(ch)
		return
	}
	outer := out.current
	out.current = ch.value
	defer func() { out.current = outer }()
	r.emitChunk(ch)
}

func (r *readSide) emitChunk(ch chunk) {
	e := &r.c.EventEmitter
	switch v := ch.value.(type) {
	case nil:
		events.Emit1(e, "data", ch.bytes)
	case string:
		events.Emit1(e, "data", v)
	default:
		events.Emit1(e, "data", v)
	}
}

func (r *readSide) pushEOF() bool {
	r.reading = false
	if r.eof {
		return false
	}
	if d := r.decoder(); d != nil {
		if s := d.End(); s != "" {
			ch := textChunk(s)
			r.own().buf.push(ch)
			if r.objectMode {
				r.length++
			} else {
				r.length += ch.size()
			}
		}
	}
	r.eof = true
	if r.sync {
		r.scheduleReadable()
		return false
	}
	r.needReadable = false
	r.emittedReadable = true
	r.announce()
	return false
}
