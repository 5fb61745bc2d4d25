package stream

import (
	"unsafe"
)

// Write writes a chunk and returns false when the writer should wait for 'drain'. It never refuses a chunk for being
// too much. cb is called when the chunk is written, or will not be. It mirrors writable.write(chunk, callback).
//
// chunk is a []byte or a string, or any value but nil in object mode; anything else panics with ERR_INVALID_ARG_TYPE,
// nil with ERR_STREAM_NULL_VALUES. A write after End fails the stream with ERR_STREAM_WRITE_AFTER_END, one after
// Destroy gives its callback ERR_STREAM_DESTROYED. The bytes must not be changed before cb is called.
//
// The interface around a []byte costs an allocation, since object mode keeps it; WriteBytes has none. On the loop.
func (w *writeSide) Write(chunk any, cb ...func(error)) bool {
	if w.refuse(first(cb)) {
		return false
	}
	ok, _ := w.writeAny(chunk, "", first(cb))
	return ok
}

// WriteBytes is Write for bytes; it allocates nothing when the hook takes them at once. On the loop.
func (w *writeSide) WriteBytes(b []byte, cb ...func(error)) bool {
	if w.refuse(first(cb)) {
		return false
	}
	ok, _ := w.writeBytes(b, "", first(cb))
	return ok
}

// WriteEncoded is Write for a string of the given encoding, as in writable.write(chunk, encoding, callback); "" is the
// stream's default. An unknown encoding panics with ERR_UNKNOWN_ENCODING. On the loop.
func (w *writeSide) WriteEncoded(chunk, encoding string, cb ...func(error)) bool {
	if w.refuse(first(cb)) {
		return false
	}
	ok, _ := w.writeString(chunk, encoding, first(cb))
	return ok
}

// WriteValue is Write with the encoding of writable.write(chunk, encoding, callback), for any chunk: in object mode the
// hook is told it, whatever the chunk is. On the loop.
func (w *writeSide) WriteValue(chunk any, encoding string, cb ...func(error)) bool {
	if w.refuse(first(cb)) {
		return false
	}
	ok, _ := w.writeAny(chunk, encoding, first(cb))
	return ok
}

// refuse gives the owner of the stream the write after End.
func (w *writeSide) refuse(cb func(error)) bool {
	w.c.loop.Check("Writable.Write")
	return w.ending && w.c.hooks.writeAfterEnd(cb)
}

func (w *writeSide) writeAny(chunk any, encoding string, cb func(error)) (bool, error) {
	switch v := chunk.(type) {
	case nil:
		panic(errNullValues())
	case []byte:
		return w.writeBytes(v, encoding, cb)
	case string:
		return w.writeString(v, encoding, cb)
	}
	if !w.objectMode {
		w.checkEncoding(encoding)
		panic(errInvalidChunk(chunk))
	}
	return w.accept(Chunk{Value: chunk, Encoding: encoding, done: cb, size: 1})
}

func (w *writeSide) writeBytes(b []byte, encoding string, cb func(error)) (bool, error) {
	if w.objectMode {
		return w.accept(Chunk{Bytes: b, Encoding: encoding, done: cb, size: 1})
	}
	w.checkEncoding(encoding)
	if cb == nil && w.taken(b) {
		return true, nil
	}
	return w.accept(Chunk{Bytes: b, Encoding: "buffer", done: cb, size: len(b)})
}

func (w *writeSide) writeString(s, encoding string, cb func(error)) (bool, error) {
	if w.objectMode {
		return w.accept(Chunk{Value: s, Encoding: encoding, done: cb, size: 1})
	}
	w.checkEncoding(encoding)
	if encoding == "" {
		encoding = w.defaultEncoding()
	}
	if !w.decodeStrings {
		return w.accept(Chunk{Value: s, Encoding: encoding, done: cb, size: utf16Length(s)})
	}
	b := w.bytesOf(s, encoding)
	if cb == nil && w.taken(b) {
		return true, nil
	}
	size := len(b)
	if w.countUnits {
		size = utf16Length(s)
	}
	return w.accept(Chunk{Bytes: b, Encoding: "buffer", done: cb, size: size})
}

// bytesOf encodes a string, without a copy where nobody will write to the bytes.
func (w *writeSide) bytesOf(s, encoding string) []byte {
	if w.readOnlyChunks && encoding == UTF8 {
		return unsafe.Slice(unsafe.StringData(s), len(s))
	}
	return Encode(s, encoding)
}

func (w *writeSide) checkEncoding(encoding string) {
	if encoding != "" && encoding != "buffer" && !IsEncoding(encoding) {
		panic(errUnknownEncoding(encoding))
	}
}

// taken tells whether b was written without more ado: it had nothing to wait for, and the hook took it at once. To do
// without the steps of accept and onWrite pays where a program writes to hundreds of streams in a row.
func (w *writeSide) taken(b []byte) bool {
	c := w.c
	if !w.takes || w.objectMode || w.ending || w.writing || w.needDrain || w.hasBuffered || w.corked > 0 ||
		c.destroyed || !c.constructed || c.failed() || !c.hooks.takeBytes(b) {
		return false
	}
	w.sync = false
	return true
}

// accept takes a well-formed chunk, or fails the stream that is over.
func (w *writeSide) accept(ch Chunk) (bool, error) {
	if w.ending || w.c.destroyed {
		return false, w.tooLate(ch.done)
	}
	w.pending++
	w.length += ch.size
	if w.writing || w.corked > 0 || w.c.failed() || !w.c.constructed {
		w.keep(ch)
	} else {
		w.start(ch.size, ch.done)
		w.c.hooks.doWrite(ch.Bytes, ch.Value, ch.Encoding, w.held.hookDone)
		w.sync = false
	}
	roomy := w.length < w.c.marks.write || w.length == 0
	if !roomy {
		w.needDrain = true
	}
	// A stream that has failed says false, to end a loop of writes.
	return roomy && !w.c.destroyed && !w.c.failed(), nil
}

func (w *writeSide) tooLate(cb func(error)) error {
	err := errDestroyed("write")
	if w.ending {
		err = errWriteAfterEnd()
	}
	if cb != nil {
		w.c.loop.NextTick(func() { cb(err) })
	}
	w.c.errorOrDestroy(err, true)
	return err
}

// start notes what the hook is about to get.
func (w *writeSide) start(size int, done func(error)) {
	h := w.hold()
	h.writing, h.done = size, done
	w.writing, w.sync, w.expectDone = true, true, true
}

// onWrite is the callback that hooks get.
func (w *writeSide) onWrite(err error) {
	w.c.loop.Check("The callback of a write")
	if !w.expectDone {
		w.c.errorOrDestroy(errMultipleCallback(), false)
		return
	}
	h := w.held
	cb := h.done
	w.length -= h.writing
	h.writing, h.done = 0, nil
	w.writing, w.expectDone = false, false
	if err != nil {
		w.c.fail(err)
		if w.sync {
			w.c.loop.NextTick(func() { w.writeFailed(err, cb) })
		} else {
			w.writeFailed(err, cb)
		}
		return
	}
	sync := w.sync // writing what waited may change it
	if w.hasBuffered {
		w.writeBuffered()
	}
	if sync {
		w.afterSync(cb)
	} else {
		w.afterWrite(1, cb)
	}
}

func (w *writeSide) writeFailed(err error, cb func(error)) {
	w.pending--
	if cb != nil {
		cb(err)
	}
	w.failBuffered()
	w.c.errorOrDestroy(err, false)
}

// writeBatch gathers writes that ended inside their own Write and share a callback: one tick serves them all.
type writeBatch struct {
	w     *writeSide
	count int
	cb    func(error)
	run   func()
}

// afterSync puts off what follows a write that ended inside Write. As in Node, a write of a byte stream without
// callback and without a drain to tell needs no tick.
func (w *writeSide) afterSync(cb func(error)) {
	switch {
	case cb == nil:
		drains := w.needDrain && w.length == 0
		if !w.afterPending && (drains || w.objectMode) {
			w.afterPending = true
			w.c.later(tickAfterWrite)
			return
		}
		w.pending--
		if w.ending {
			w.finishMaybe(true)
		}
	case w.held != nil && w.held.batch != nil && sameFunc(w.held.batch.cb, cb):
		w.held.batch.count++
	default:
		b := w.newBatch()
		b.count, b.cb = 1, cb
		w.held.batch = b
		w.afterPending = true
		w.c.loop.NextTick(b.run)
	}
}

func (w *writeSide) newBatch() *writeBatch {
	h := w.hold()
	if b := h.spare; b != nil {
		h.spare = nil
		return b
	}
	b := &writeBatch{w: w}
	b.run = b.done
	return b
}

func (b *writeBatch) done() {
	w, count, cb := b.w, b.count, b.cb
	b.cb = nil
	w.held.batch, w.held.spare = nil, b
	w.afterWrite(count, cb)
}

// sameFunc compares func values as JavaScript compares functions.
func sameFunc(a, b func(error)) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&a)) == *(*unsafe.Pointer)(unsafe.Pointer(&b))
}

// afterWrite tells of writes that are done: drain, callbacks, finish.
func (w *writeSide) afterWrite(count int, cb func(error)) {
	w.afterPending = false
	if w.needDrain && !w.ending && !w.c.destroyed && w.length == 0 {
		w.needDrain = false
		w.c.Emit("drain")
	}
	for range count {
		w.pending--
		if cb != nil {
			cb(nil)
		}
	}
	if w.c.destroyed {
		w.failBuffered()
	}
	if w.ending {
		w.finishMaybe(true)
	}
}
