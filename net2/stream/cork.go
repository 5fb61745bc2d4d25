package stream

// Cork holds back writes until as many Uncorks, or End. It mirrors writable.cork(). On the loop.
func (w *writeSide) Cork() {
	w.c.loop.Check("Writable.Cork")
	w.corked++
}

// Uncork undoes one Cork; the last one writes what waited, at once if there is a Writev hook.
// It mirrors writable.uncork(). On the loop.
func (w *writeSide) Uncork() {
	w.c.loop.Check("Writable.Uncork")
	if w.corked == 0 {
		return
	}
	w.corked--
	if !w.writing {
		w.writeBuffered()
	}
}

// hold lets a chunk wait.
func (w *writeSide) hold(ch Chunk) {
	w.hasBuffered = true
	w.buffered = append(w.buffered, ch)
	if ch.done != nil {
		w.bufferedCallback = true
	}
}

// waiting returns the chunks that wait.
func (w *writeSide) waiting() []Chunk { return w.buffered[w.bufferedHead:] }

// writeBuffered gives the hooks what waits, until one of them keeps its callback for later.
func (w *writeSide) writeBuffered() {
	if !w.hasBuffered || w.c.destroyed || w.clearing || w.corked > 0 || !w.c.constructed || len(w.waiting()) == 0 {
		return
	}
	w.clearing = true
	for ok := true; ok; ok = len(w.waiting()) > 0 && !w.writing {
		if len(w.waiting()) > 1 && w.c.hooks.canWritev() {
			w.writeAll()
		} else {
			w.writeNext()
		}
	}
	if len(w.waiting()) == 0 {
		w.forgetBuffered()
	}
	w.clearing = false
}

func (w *writeSide) writeNext() {
	ch := w.buffered[w.bufferedHead]
	w.buffered[w.bufferedHead] = Chunk{}
	w.bufferedHead++
	if w.bufferedHead > 256 {
		n := copy(w.buffered, w.waiting())
		clear(w.buffered[n:])
		w.buffered, w.bufferedHead = w.buffered[:n], 0
	}
	w.start(ch.size, ch.done)
	if w.c.destroyed {
		w.onWrite(errDestroyed("write"))
	} else {
		w.c.hooks.doWrite(ch.Bytes, ch.Value, ch.Encoding, w.hookDone)
	}
	w.sync = false
}

// writeAll gives all that waits to the Writev hook. The chunks are handed over; a write from inside the hook starts a
// new list, where Node v20 would lose it.
func (w *writeSide) writeAll() {
	chunks := w.waiting()
	w.buffered, w.bufferedHead = nil, 0
	w.pending -= len(chunks) - 1
	size := 0
	for i := range chunks {
		size += chunks[i].size
	}
	var done func(error)
	if w.bufferedCallback {
		done = func(err error) {
			for i := range chunks {
				if cb := chunks[i].done; cb != nil {
					cb(err)
				}
			}
		}
	}
	w.bufferedCallback = false
	w.start(size, done)
	if w.c.destroyed {
		w.onWrite(errDestroyed("write"))
	} else {
		w.c.hooks.doWritev(chunks, w.hookDone)
	}
	w.sync = false
}

// forgetBuffered empties the list, and keeps a small one for the next time.
func (w *writeSide) forgetBuffered() {
	w.hasBuffered, w.bufferedCallback = false, false
	w.bufferedHead = 0
	if cap(w.buffered) > 32 {
		w.buffered = nil
		return
	}
	clear(w.buffered)
	w.buffered = w.buffered[:0]
}

// failBuffered calls the callbacks of what will never be written, and those of End.
func (w *writeSide) failBuffered() {
	if w.writing {
		return
	}
	for len(w.waiting()) > 0 {
		ch := w.buffered[w.bufferedHead]
		w.bufferedHead++
		w.length -= ch.size
		if ch.done != nil {
			ch.done(w.reason("write"))
		}
	}
	w.tellFinished(w.reason("end"))
	w.forgetBuffered()
}

// reason says why op cannot be done any more.
func (w *writeSide) reason(op string) error {
	if w.c.errored != nil {
		return w.c.errored
	}
	return errDestroyed(op)
}
