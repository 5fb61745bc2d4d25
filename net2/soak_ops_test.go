package net2_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// actor is one socket of the soak through all of its lives.
type actor struct {
	*soak
	life     *life
	socket   *net2.Socket
	readable func() // the `readable` listener, while there is one
	corks    int
}

func (s *soak) newActor(socket *net2.Socket) *actor {
	a := &actor{soak: s, socket: socket}
	s.actors = append(s.actors, a)
	for _, event := range []string{"connect", "ready", "end", "finish", "drain", "timeout"} {
		socket.On(event, func() { a.happened(event) })
	}
	socket.On("data", a.data)
	socket.OnError(func(err error) { a.life.onError(err); a.react() })
	socket.OnClose(a.closed)
	return a
}

// connect gives the socket a new life.
func (a *actor) connect() {
	server := a.anyServer()
	relayed := a.chance(15)
	if relayed {
		server = a.relay
	}
	a.socket.Connect(server.Address().Port, "127.0.0.1")
	a.begin()
	a.life.relayed = relayed
}

func (a *actor) happened(event string) {
	a.life.on(event)
	if event == "connect" {
		a.life.connected = true
	}
	if event == "timeout" && a.chance(5) && !a.ending {
		a.panic()
	}
	a.react()
}

// react does something inside of an event, sometimes.
func (a *actor) react() {
	if !a.ending && a.chance(8) {
		a.operate(a)
	}
}

func (a *actor) data(chunk any) {
	before := a.life.got
	a.life.on("data")
	switch v := chunk.(type) {
	case []byte:
		a.life.receive(v)
	case string:
		a.life.receive([]byte(v))
	}
	if a.ending {
		return
	}
	switch a.rng.IntN(100) {
	case 0:
		if !a.socket.Destroyed() && a.socket.Errored() == nil { // else it would be dropped
			a.did["unshift"]++
			a.life.note("unshift")
			a.life.got = before
			a.socket.Unshift(chunk)
		}
	case 1:
		a.panic()
	default:
		a.react()
	}
}

// panic leaves a listener the hard way. After the pending phase that would hold
// up the ticks until after the closing phase, as in Node: `error` after `close`.
func (a *actor) panic() {
	if !a.late {
		panic(errSoakPanic)
	}
}

// closed ends a life; the next may begin in the same callback.
func (a *actor) closed(hadError bool) {
	a.life.onClose(hadError)
	if a.ending || !a.chance(30) {
		a.actors = slices.DeleteFunc(a.actors, func(other *actor) bool { return other == a })
		return
	}
	again := func() {
		if !a.ending {
			a.did["connect again"]++
			a.connect()
		}
	}
	now := a.clear()
	switch {
	case now && a.chance(33):
		again()
	case now && a.chance(50):
		a.NextTick(again)
	default:
		a.SetImmediate(again)
	}
}

// clear takes away what Node, too, would carry over into the next life, and
// says whether that may begin at once: a read may have found the end.
func (a *actor) clear() (now bool) {
	a.socket.Unpipe()
	a.uncorkAll()
	now = a.socket.ReadableLength() == 0
	for a.socket.ReadableLength() > 0 {
		a.socket.Read()
	}
	return now
}

func (a *actor) uncorkAll() {
	for ; a.corks > 0; a.corks-- {
		a.socket.Uncork()
	}
}

// letGo lets the socket come to its end.
func (a *actor) letGo() {
	a.stopReadable()
	a.uncorkAll()
	a.socket.Unpipe()
	a.socket.Ref().SetTimeout(0)
	a.socket.Pause().Resume().End()
}

// operate does one thing to the socket, by chance and weight.
func (s *soak) operate(a *actor) {
	at := s.rng.IntN(operationWeights)
	for _, o := range operations {
		if at -= o.weight; at < 0 {
			s.step(o.name)
			a.life.note(o.name)
			o.do(a)
			return
		}
	}
}

type operation struct {
	name   string
	weight int
	do     func(a *actor)
}

var operations = []operation{
	{"write small", 60, func(a *actor) { a.write(1+a.rng.IntN(600), false) }},
	{"write string", 20, func(a *actor) { a.write(1+a.rng.IntN(300), true) }},
	{"write large", 5, func(a *actor) { a.write(1+a.rng.IntN(largest), false) }},
	{"write empty", 5, func(a *actor) { a.write(0, a.chance(50)) }},
	{"write many", 4, func(a *actor) {
		for range 30 {
			a.write(1+a.rng.IntN(1500), false)
		}
	}},
	{"pause", 8, func(a *actor) { a.socket.Pause() }},
	{"resume", 16, func(a *actor) { a.socket.Resume() }},
	{"end", 3, (*actor).end},
	{"destroy", 2, func(a *actor) { a.socket.Destroy() }},
	{"destroy with error", 1, func(a *actor) { a.socket.Destroy(errSoak) }},
	{"destroy soon", 1, func(a *actor) { a.socket.DestroySoon() }},
	{"reset", 1, func(a *actor) { a.socket.ResetAndDestroy() }},
	{"cork", 4, func(a *actor) {
		if !a.socket.WritableEnded() { // else the stream may never finish, as in Node
			a.socket.Cork()
			a.corks++
		}
	}},
	{"uncork", 8, func(a *actor) {
		if a.corks > 0 {
			a.corks--
			a.socket.Uncork()
		}
	}},
	{"setTimeout", 6, func(a *actor) { a.socket.SetTimeout(time.Duration(a.rng.IntN(4)) * time.Millisecond) }},
	{"setEncoding", 1, func(a *actor) { a.socket.SetEncoding(oneOf(a.soak, "utf8", "latin1", "ascii")) }},
	{"setNoDelay", 2, func(a *actor) { a.socket.SetNoDelay(a.chance(50)) }},
	{"setKeepAlive", 2, func(a *actor) { a.socket.SetKeepAlive(a.chance(50), time.Duration(a.rng.IntN(3))*time.Second) }},
	{"ref", 3, func(a *actor) { a.socket.Ref() }},
	{"unref", 3, func(a *actor) { a.socket.Unref() }},
	{"read by readable", 4, (*actor).startReadable},
	{"stop readable", 4, (*actor).stopReadable},
	{"read", 6, func(a *actor) { a.socket.Read() }},
	{"read(n)", 6, func(a *actor) { a.socket.Read(a.rng.IntN(2000)) }},
	{"pipe", 3, (*actor).pipe},
	{"unpipe", 5, func(a *actor) { a.socket.Unpipe() }},
	{"ask", 3, (*actor).ask},
}

var operationWeights = func() (sum int) {
	for _, o := range operations {
		sum += o.weight
	}
	return sum
}()

// mostWaiting bounds what one socket lets pile up for a peer that does not read.
const mostWaiting = 2 << 20

func (a *actor) write(n int, text bool) {
	l, s := a.life, a.socket
	accepted := !s.WritableEnded() && !s.Destroyed()
	if s.WritableLength() > mostWaiting || !accepted && a.chance(90) {
		return
	}
	var cb []func(error)
	if a.chance(50) {
		l.note(fmt.Sprint("number ", l.writes+1))
		cb = append(cb, l.expectCallback(accepted))
	}
	b := chunkAt(l.id, l.sent, n)
	if accepted {
		l.sent += n
	}
	if text {
		s.Write(string(b), cb...)
	} else {
		s.Write(b, cb...)
	}
}

func (a *actor) end() {
	l, s := a.life, a.socket
	if a.chance(50) && !s.WritableEnded() && !s.Destroyed() {
		b := chunkAt(l.id, l.sent, 100)
		l.sent += len(b)
		s.End(b, func() { a.step("end callback") })
	} else {
		s.End()
	}
	a.corks = 0
}

func (a *actor) startReadable() {
	if a.readable != nil {
		return
	}
	a.readable = func() {
		a.life.on("readable")
		switch a.rng.IntN(4) {
		case 0:
			a.socket.Read(1 + a.rng.IntN(500))
		case 1:
			for a.socket.Read(200) != nil {
			}
		default:
			a.socket.Read()
		}
	}
	a.socket.OnReadable(a.readable)
}

func (a *actor) stopReadable() {
	if a.readable != nil {
		a.socket.Off("readable", a.readable)
		a.readable = nil
	}
}

// pipe sends what arrives to a sink that is quick, slow, or soon gone, too.
func (a *actor) pipe() {
	kind := a.rng.IntN(3)
	var sink *stream.Writable
	sink = stream.NewWritable(stream.WritableOptions{
		Loop: a.Loop,
		WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) {
			switch kind {
			case 0:
				cb(nil)
			case 1:
				a.SetImmediate(func() { cb(nil) })
			default:
				a.SetImmediate(func() { sink.Destroy(); cb(nil) })
			}
		},
	})
	sink.On("error", func(error) {}) // it was ended, and written to again
	a.socket.Pipe(sink, stream.PipeOptions{NoEnd: a.chance(50)})
}

// ask calls what only tells something.
func (a *actor) ask() {
	s := a.socket
	_ = s.ReadyState()
	_ = s.RemoteAddress() + s.LocalAddress()
	_, _, _ = s.BytesRead(), s.BytesWritten(), s.BufferSize()
	_, _, _ = s.Address(), s.Pending(), s.Timeout()
}

func oneOf[T any](s *soak, list ...T) T { return list[s.rng.IntN(len(list))] }
