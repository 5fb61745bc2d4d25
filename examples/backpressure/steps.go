package main

import (
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// Body gives the next chunk of what is to be sent, nil after the last.
type Body func() []byte

var steps = []func(*net2.Socket, Body){naive, oneAtATime, untilFull, pauseAndResume, pipe}

// naive is step 1: write it all. Write takes everything, and what the client
// has not read yet waits in memory: the whole body, for every slow client.
func naive(socket *net2.Socket, body Body) {
	for chunk := body(); chunk != nil; chunk = body() {
		socket.Write(chunk)
	}
	socket.End()
}

// oneAtATime is step 2: the callback of Write tells when a chunk is on its
// way, and brings the next. No more than one waits, at the price of a tick for
// each, even when there is room for many.
func oneAtATime(socket *net2.Socket, body Body) {
	var next func(err error)
	next = func(err error) {
		if err != nil {
			return // the client is gone
		}
		if chunk := body(); chunk != nil {
			socket.Write(chunk, next)
		} else {
			socket.End()
		}
	}
	next(nil)
}

// untilFull is step 3: Write says false when there is enough, and drain comes
// when there is room again.
func untilFull(socket *net2.Socket, body Body) {
	fill := func() {
		for chunk := body(); chunk != nil; chunk = body() {
			if !socket.Write(chunk) {
				return // drain goes on
			}
		}
		socket.End()
	}
	socket.OnDrain(fill)
	fill()
}

// pauseAndResume is step 4: the body is a stream, which can be held up. This
// is what stands between any two streams of different speed.
func pauseAndResume(socket *net2.Socket, body Body) {
	source := newSource(body)
	source.On("data", func(chunk []byte) {
		if !socket.Write(chunk) {
			source.Pause()
		}
	})
	socket.OnDrain(func() { source.Resume() })
	source.On("end", func() { socket.End() })
	socket.OnClose(func(bool) { source.Destroy() })
}

// pipe is step 5: step 4 in a word.
func pipe(socket *net2.Socket, body Body) {
	source := newSource(body)
	source.Pipe(socket)
	socket.OnClose(func(bool) { source.Destroy() }) // a pipe ends forwards only
}

// newSource makes a stream of the body. It is asked for a chunk when somebody wants one.
func newSource(body Body) *stream.Readable {
	return stream.NewReadable(stream.ReadableOptions{Read: func(r *stream.Readable, _ int) {
		if chunk := body(); chunk != nil {
			r.Push(chunk)
		} else {
			r.Push(nil)
		}
	}})
}
