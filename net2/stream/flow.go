package stream

import (
	"slices"
)

// added is called after every On, Once and AddListener, and sets the flow in motion that the listener needs.
func (r *readSide) added(event string) {
	switch event {
	case "data":
		r.dataListening = true
		if r.c.ListenerCount("readable") > 0 {
			r.readableListening = true
		}
		if r.flowing != FlowingFalse {
			r.resume()
		}
	case "readable":
		if r.endEmitted || r.readableListening {
			return
		}
		r.readableListening, r.needReadable = true, true
		r.flowing = FlowingFalse
		r.emittedReadable = false
		if r.length > 0 {
			r.scheduleReadable()
		} else if !r.reading {
			r.c.later(tickReadZero)
		}
	}
}

// removed is called after listeners were removed.
func (r *readSide) removed(event string) {
	switch event {
	case "readable":
		// Later, so that a once("readable") that is renewed in its own call changes nothing.
		r.c.later(tickReadableListening)
	case "data":
		if r.c.ListenerCount("data") == 0 {
			r.dataListening = false
		}
	}
}

// removedAll is called after RemoveAllListeners. As in Node it leaves a stream flowing, to nobody.
func (r *readSide) removedAll(events []string) {
	if len(events) == 0 || slices.Contains(events, "readable") {
		r.c.later(tickReadableListening)
	}
}

// recount settles the mode after a 'readable' listener has gone.
func (r *readSide) recount() {
	r.readableListening = r.c.ListenerCount("readable") > 0
	switch {
	case r.pauseKnown && !r.paused && r.resumeScheduled:
		r.flowing = FlowingTrue // or the resume that is on its way would not flow
	case r.dataListening:
		r.resume()
	case !r.readableListening:
		r.flowing = FlowingNull
	}
}

func (r *readSide) resume() {
	r.c.loop.Check("Readable.Resume")
	if r.flowing != FlowingTrue {
		r.flowing = FlowingTrue
		if r.readableListening {
			r.flowing = FlowingFalse
		}
		if !r.resumeScheduled {
			r.resumeScheduled = true
			r.c.later(tickResume)
		}
	}
	r.pauseKnown, r.paused = true, false
}

// resumed is the tick after resume.
func (r *readSide) resumed() {
	if !r.reading {
		r.take(0)
	}
	r.resumeScheduled = false
	r.c.Emit("resume")
	r.flow()
	if r.flowing == FlowingTrue && !r.reading {
		r.take(0)
	}
}

func (r *readSide) pause() {
	r.c.loop.Check("Readable.Pause")
	if r.flowing != FlowingFalse {
		r.flowing = FlowingFalse
		r.c.Emit("pause")
	}
	r.pauseKnown, r.paused = true, true
}

// HoldFlow keeps s from flowing until it is resumed, without an event and
// without the memory of a pause: readable.readableFlowing = false. For the
// makers of streams. On the loop.
func HoldFlow(s ReadableStream) { s.readable().flowing = FlowingFalse }

// flow emits what is buffered until somebody pauses.
func (r *readSide) flow() {
	for r.flowing == FlowingTrue {
		if _, ok := r.take(everything); !ok {
			return
		}
	}
}

// scheduleReadable brings 'readable' in a later tick, once.
func (r *readSide) scheduleReadable() {
	r.needReadable = false
	if !r.emittedReadable {
		r.emittedReadable = true
		r.c.later(tickReadable)
	}
}

// announce emits 'readable' if there is something to read, or the end to see.
func (r *readSide) announce() {
	if !r.c.destroyed && !r.c.failed() && (r.length > 0 || r.eof) {
		r.c.Emit("readable")
		r.emittedReadable = false
	}
	if r.flowing != FlowingTrue && !r.eof && r.length <= r.c.marks.read {
		r.needReadable = true
	}
	r.flow()
}

// maybeReadMore reads ahead in a later tick.
func (r *readSide) maybeReadMore() {
	if !r.readingMore && r.c.constructed {
		r.readingMore = true
		r.c.later(tickReadMore)
	}
}

// readMore calls the read hook until the buffer is full or the hook answers later.
func (r *readSide) readMore() {
	for !r.reading && !r.eof &&
		(r.length < r.c.marks.read || r.flowing == FlowingTrue && r.length == 0) {
		before := r.length
		r.take(0)
		if r.length == before {
			break
		}
	}
	r.readingMore = false
}
