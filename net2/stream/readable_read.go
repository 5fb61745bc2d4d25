package stream

import (
	"math"
	"strings"

	"github.com/nodenet/go/events"
)

// everything is Read's n when the program gives none.
const everything = math.MinInt

// maxHighWaterMark is how far a Read(n) may raise the high-water mark: 1 GiB.
const maxHighWaterMark = 1 << 30

// Read takes data out of the buffer: all of it (in flowing mode one chunk), or exactly n bytes. It returns nil when
// there is not that much, unless the stream has ended: then what is left. In object mode it returns one value. What
// is returned is also emitted as 'data'. Read(0) takes nothing but may start reading. It mirrors readable.read(n).
//
// After SetEncoding, n counts UTF-16 units as in Node, and a character of two units is never cut in half.
// n above 1 GiB panics with ERR_OUT_OF_RANGE. On the loop.
func (r *readSide) Read(n ...int) any {
	r.c.loop.Check("Readable.Read")
	want := everything
	if len(n) > 0 {
		want = max(n[0], -1)
	}
	ch, ok := r.take(want)
	if !ok {
		return nil
	}
	return ch.any()
}

// take is Read, unboxed.
func (r *readSide) take(want int) (ch chunk, ok bool) {
	if want > r.c.marks.read {
		r.c.marks = &marks{raisedHighWaterMark(want), r.c.marks.write} // its own: others are not raised
	}
	if want != 0 {
		r.emittedReadable = false
	} else if r.needReadable && (r.full() || r.eof) {
		// There is enough already: somebody only has to be told.
		if r.length == 0 && r.eof {
			r.finishReading()
		} else {
			r.scheduleReadable()
		}
		return ch, false
	}
	n := r.howMuch(want)
	if n == 0 && r.eof {
		if r.length == 0 {
			r.finishReading()
		}
		return ch, false
	}
	// Reading may fill the buffer at once, so it comes before the data is taken.
	if r.refill(n) && !r.reading {
		n = r.howMuch(want)
	}
	if n > 0 && r.length > 0 {
		ch, n = r.takeOut(n)
		r.length -= n
		r.forgetWaiting()
		ok = true
	} else {
		n = 0
		if r.length <= r.c.marks.read {
			r.needReadable = true
		}
	}
	if r.length == 0 {
		if !r.eof {
			r.needReadable = true
		} else if want != n {
			r.finishReading()
		}
	}
	if ok && !r.c.errorEmitted && !r.c.closeEmitted {
		r.dataEmitted = true
		r.emitData(ch)
	}
	return ch, ok
}

// full tells whether the buffer has reached the mark; with a mark of 0 anything is much.
func (r *readSide) full() bool {
	if r.c.marks.read == 0 {
		return r.length > 0
	}
	return r.length >= r.c.marks.read
}

// raisedHighWaterMark returns the power of two that n fits in.
func raisedHighWaterMark(n int) int {
	if n > maxHighWaterMark {
		panic(events.OutOfRange("size", "<= 1GiB", n))
	}
	mark := 1
	for mark < n {
		mark <<= 1
	}
	return mark
}

// howMuch returns how much a Read(want) gets from what is buffered now.
func (r *readSide) howMuch(want int) int {
	switch {
	case want == 0 || want < 0 && want != everything || r.length == 0 && r.eof:
		return 0
	case r.objectMode:
		return 1
	case want == everything:
		if r.flowing == FlowingTrue && r.length > 0 {
			return r.seldom.buf.front().size()
		}
		return r.length
	case want <= r.length:
		return want
	case r.eof:
		return r.length
	}
	return 0
}

// refill calls the read hook if taking n would leave the buffer below its mark, or someone waits for 'readable'.
func (r *readSide) refill(n int) bool {
	want := r.needReadable || r.length == 0 || r.length-n < r.c.marks.read
	if !want || r.reading || r.eof || r.c.destroyed || r.c.failed() || !r.c.constructed {
		return false
	}
	r.reading, r.sync = true, true
	if r.length == 0 {
		r.needReadable = true
	}
	r.callRead()
	r.sync = false
	return true
}

func (r *readSide) callRead() {
	finished := false
	defer func() {
		if finished {
			return
		}
		if v := recover(); v != nil {
			r.c.errorOrDestroy(caught(v), false)
		}
	}()
	r.c.hooks.doRead(r.c.marks.read)
	finished = true
}

// takeOut takes n units from the front of the buffer, and says how many it took.
func (r *readSide) takeOut(n int) (chunk, int) {
	if r.objectMode {
		return r.seldom.buf.shift(), 1
	}
	head := r.seldom.buf.front()
	size := head.size()
	switch {
	case n >= r.length && head.value == nil && r.decoder() != nil: // bytes that were put back: all together become text
		return r.takeText(r.length)
	case n == size || n >= r.length && r.seldom.buf.len() == 1:
		return r.seldom.buf.shift(), min(n, r.length)
	case n < size && head.value == nil:
		ch := chunk{bytes: head.bytes[:n:n]}
		head.bytes = head.bytes[n:]
		return ch, n
	case r.decoder() != nil:
		return r.takeText(min(n, r.length))
	}
	return r.takeBytes(min(n, r.length))
}

// takeBytes joins chunks into n bytes.
func (r *readSide) takeBytes(n int) (chunk, int) {
	out := make([]byte, 0, n)
	for need := n; need > 0; need = n - len(out) {
		head := r.seldom.buf.front()
		b := head.bytes
		if need < len(b) {
			out = append(out, b[:need]...)
			head.bytes = b[need:]
			break
		}
		out = append(out, b...)
		r.seldom.buf.shift()
	}
	return chunk{bytes: out}, n
}

// takeText joins chunks into n UTF-16 units, or one more where n would cut a character.
func (r *readSide) takeText(n int) (chunk, int) {
	var out strings.Builder
	took := 0
	for took < n && r.seldom.buf.len() > 0 {
		head := r.seldom.buf.front()
		front, rest := head.text(), ""
		size := head.size()
		if took+size > n {
			front, rest = cutUTF16(front, n-took)
			size = utf16Length(front)
		}
		out.WriteString(front)
		took += size
		if rest != "" {
			if head.value == nil {
				*head = textChunk(rest)
			} else {
				head.value, head.units = rest, head.units-size
			}
			break
		}
		r.seldom.buf.shift()
	}
	return chunk{value: out.String()}, min(took, r.length)
}

// finishReading brings 'end' in a later tick.
func (r *readSide) finishReading() {
	if !r.endEmitted {
		r.eof = true
		r.c.later(tickEnd)
	}
}

// ended emits 'end', unless something was put back in front meanwhile.
func (r *readSide) ended() {
	c := r.c
	if c.failed() || c.closeEmitted || r.endEmitted || r.length > 0 {
		return
	}
	r.endEmitted = true
	c.Emit("end")
	switch {
	case c.wr != nil && c.wr.Writable() && !c.allowHalfOpen:
		c.later(tickEndWritable)
	case c.autoDestroy && (c.wr == nil || c.wr.finished || c.wr.disabled):
		c.destroy(nil)
	}
}

// setEncoding makes a decoder, also for what is buffered already. Text that was values becomes one value, and counts as one.
func (r *readSide) setEncoding(encoding string) {
	r.c.loop.Check("Readable.SetEncoding")
	t := r.own()
	t.decoder = NewStringDecoder(encoding)
	t.encoding = t.decoder.Encoding()
	var text strings.Builder
	for _, ch := range t.buf.all() {
		text.WriteString(t.decoder.decode(ch))
	}
	t.buf, r.length = chunkList{}, 0
	if text.Len() == 0 {
		return
	}
	ch := textChunk(text.String())
	t.buf.push(ch)
	r.length = ch.units
	if r.objectMode {
		r.length = 1
	}
}

// decode is Write for a chunk of any kind. One that is neither bytes nor text is a misuse.
func (d *StringDecoder) decode(ch chunk) string {
	switch v := ch.value.(type) {
	case nil:
		return d.Write(ch.bytes)
	case []byte:
		return d.Write(v)
	case string:
		return v
	}
	panic(errInvalidArg("buf", "an instance of Buffer, TypedArray, or DataView", ch.value))
}
