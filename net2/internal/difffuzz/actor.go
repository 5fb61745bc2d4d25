package difffuzz

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// actor is the server, or the socket at one end of a pair, with all that it said: the twin of Actor in interp.js.
type actor struct {
	x          *player
	name       string
	tracks     [][]string // lines, by life: two lives of an actor have no order
	counts     map[string]int
	socket     *net2.Socket
	lives      int  // connections that were accepted
	calls      int  // of connect
	fed        bool // some other socket was piped into this one
	feeds      bool // this one was piped into another
	seen       *seen
	closed     bool // since it was connected last
	endedEarly bool // before it was connected
	resets     bool // when it is connected
	wroteEarly bool // since it was connected last
}

// seen is what one life of a socket has received.
type seen struct {
	total int
	hash  uint32
	ended bool
}

// reset begins to count anew what is received: per life.
func (a *actor) reset() { a.seen = &seen{hash: 2166136261} }

func (a *actor) say(words ...any) {
	if a.name == "srv" {
		a.tell(0, words...)
	} else {
		a.tell(a.lives, words...)
	}
}

func (a *actor) tell(life int, words ...any) {
	if a.x.over {
		return
	}
	a.x.touch()
	text := make([]string, len(words))
	for i, w := range words {
		text[i] = fmt.Sprint(w)
	}
	for len(a.tracks) <= life {
		a.tracks = append(a.tracks, nil)
	}
	a.tracks[life] = append(a.tracks[life], a.x.clean(strings.Join(text, " ")))
}

func (a *actor) take(n *seen, b []byte) {
	a.x.touch()
	a.x.receiving = true
	for _, c := range b {
		if a.x.mixes {
			n.hash += uint32(c)
		} else {
			n.hash = (n.hash ^ uint32(c)) * 16777619
		}
	}
	n.total += len(b)
	for _, s := range a.x.waiting("bytes", a.name) {
		if n.total >= s.On.N {
			a.x.set(s)
		}
	}
}

// got is what arrived, unless the kernel decided how much of it did: a peer that died in the middle of a lot.
func (a *actor) got(n *seen) string {
	if peer := a.x.peer(a); n.total > 1e6 && peer != nil && peer.Destroyed() && !peer.WritableFinished() {
		return "got a lot"
	}
	return fmt.Sprintf("got %d %x", n.total, n.hash)
}

func (a *actor) fire(event string) {
	a.counts[event]++
	for _, s := range a.x.waiting(event, a.name) {
		if max(1, s.On.N) == a.counts[event] {
			a.x.set(s)
		}
	}
}

// adopt listens to all that a new socket says.
func (a *actor) adopt(s *net2.Socket, reads string) {
	a.socket = s
	a.x.all = append(a.x.all, s)
	life, n := a.lives, a.seen
	say := func(words ...any) { a.tell(life, append(words, stateOf(s, a.fed))...) }
	for _, e := range []string{"connect", "ready", "pause", "resume", "end", "finish", "drain", "timeout", "pipe", "unpipe"} {
		s.On(e, func() {
			switch {
			case e == "end":
				say(e, a.got(n))
				n.ended = true
			case !a.backpressure(e):
				say(e)
			}
			if e == "connect" {
				a.wroteEarly = false
			}
			if !a.backpressure(e) {
				a.fire(e)
			}
		})
	}
	s.OnError(func(err error) { say("error", message(err)); a.fire("error") })
	s.OnClose(func(hadError bool) { say("close", hadError); a.closed = true; a.fire("close") })
	switch reads {
	case "data":
		a.onData()
	case "resume":
		s.Resume()
	case "readable":
		a.onReadable()
	}
}

// backpressure tells of an event that shows how often more was written than the kernel takes.
func (a *actor) backpressure(event string) bool {
	switch event {
	case "drain":
		return a.fed
	case "pause", "resume":
		return a.feeds && a.x.huge
	}
	return false
}

func (a *actor) onData() {
	n := a.seen
	a.socket.OnData(func(b []byte) { a.take(n, b) })
}

func (a *actor) onReadable() {
	s, n := a.socket, a.seen
	s.OnReadable(func() {
		for c := s.Read(); c != nil; c = s.Read() {
			a.take(n, bytesOf(c))
		}
	})
}

// bytesOf is a chunk as the bytes that it holds, or that its text has.
func bytesOf(chunk any) []byte {
	if text, ok := chunk.(string); ok {
		return []byte(text)
	}
	return chunk.([]byte)
}

func (a *actor) state() string { return stateOf(a.socket, a.fed) }

// stateOf is what a socket says of itself. What it has to write is not told when it is fed by others, chunk by chunk.
func stateOf(s *net2.Socket, fed bool) string {
	flow := map[stream.Flowing]string{stream.FlowingNull: "0", stream.FlowingTrue: ">", stream.FlowingFalse: "|"}[s.ReadableFlowing()]
	var b strings.Builder
	b.WriteString(s.ReadyState() + " ")
	for _, f := range []struct {
		on     bool
		letter string
	}{
		{s.Connecting(), "c"}, {s.Pending(), "p"}, {s.Destroyed(), "D"}, {s.Closed(), "X"}, {s.Errored() != nil, "!"},
		{s.Readable(), "r"}, {s.ReadableEnded(), "E"}, {s.IsPaused(), "P"}, {true, flow}, {s.Writable(), "w"},
		{s.WritableEnded(), "e"}, {s.WritableFinished(), "f"}, {s.WritableNeedDrain() && !fed, "n"}, {s.WritableCorked() > 0, "k"},
	} {
		if f.on {
			b.WriteString(f.letter)
		}
	}
	if n := s.WritableLength(); n > 0 && !fed {
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// rest tells what only shows when nothing moves.
func (a *actor) rest() {
	s := a.socket
	if s == nil {
		return
	}
	words := []any{"rest", a.state(), "timeout", s.Timeout().Milliseconds()}
	peer := a.x.peer(a)
	coming := peer != nil && !peer.Destroyed() && peer.WritableLength() > 1e6 // how much came, the kernel knows
	if !coming && (!s.Destroyed() || a.seen.ended) {
		words = append(words, a.got(a.seen))
	}
	if n := s.ReadableLength(); !s.Destroyed() && !a.feeds && n < 1000 {
		words = append(words, "holds", n)
	}
	if !s.Destroyed() && s.WritableLength() == 0 && !a.fed {
		words = append(words, "wrote", s.BytesWritten())
	}
	if err := s.Errored(); err != nil {
		words = append(words, message(err))
	} else {
		words = append(words, "-")
	}
	a.say(words...)
}
