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

// keep lets a chunk wait.
func (w *writeSide) keep(ch Chunk) {
	w.hasBuffered = true
	h := w.hold()
	h.chunks = append(h.chunks, ch)
	if ch.done != nil {
		w.bufferedCallback = true
	}
}

// waiting returns the chunks that wait.
func (w *writeSide) waiting() []Chunk {
	if w.held == nil {
		return nil
	}
	return w.held.chunks[w.held.head:]
}

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
	h := w.held
	ch := h.chunks[h.head]
	h.chunks[h.head] = Chunk{}
	h.head++
	if h.head > 256 {
		n := copy(h.chunks, w.waiting())
		clear(h.chunks[n:])
		h.chunks, h.head = h.chunks[:n], 0
	}
	w.start(ch.size, ch.done)
	if w.c.destroyed {
		w.onWrite(errDestroyed("write"))
	} else {
		w.c.hooks.doWrite(ch.Bytes, ch.Value, ch.Encoding, w.held.hookDone)
	}
	w.sync = false
}

// writeAll gives all that waits to the Writev hook. The chunks are handed over; a write from inside the hook starts a
// new list, where Node v20 would lose it.
func (w *writeSide) writeAll() {
	chunks := w.waiting()
	w.held.chunks, w.held.head = nil, 0
	w.pending -= int32(len(chunks) - 1)
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
		w.c.hooks.doWritev(chunks, w.held.hookDone)
	}
	w.sync = false
}

// forgetBuffered empties the list, and keeps a small one for the next time.
func (w *writeSide) forgetBuffered() {
	w.hasBuffered, w.bufferedCallback = false, false
	h := w.held
	if h == nil {
		return
	}
	h.head = 0
	if cap(h.chunks) > 32 {
		h.chunks = nil
		return
	}
	clear(h.chunks)
	h.chunks = h.chunks[:0]
}

// failBuffered calls the callbacks of what will never be written, and those of End.
func (w *writeSide) failBuffered() {
	if w.writing {
		return
	}
	for len(w.waiting()) > 0 {
		ch := w.waiting()[0]
		w.held.head++
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
	if w.c.failed() {
		return w.c.Errored()
	}
	return errDestroyed(op)
}
