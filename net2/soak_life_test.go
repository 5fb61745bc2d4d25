package net2_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// life is a socket from connect to close, and all that must hold of it:
//
//   - at most one `error`, and exactly one `close`, the last of all events
//   - `connect`, `end` and `finish` at most once
//   - every write callback exactly once, not after `close`; those of writes that succeed in
//     the order of the writes (failures overtake each other in Node, too)
//   - what arrives is what the peer wrote, byte by byte, from the first on
//   - and all of it, when the peer finished and we saw `end`, with nobody in between
type life struct {
	*soak
	id     int
	socket *net2.Socket
	peer   *life // known from the header, the first bytes that each side sends
	header [headerSize]byte

	relayed   bool // it connected to the relay
	connected bool
	seen      map[string]int
	closed    bool
	closing   bool // inside `close`
	sent, got int

	owed     int // callbacks that are still to come
	writes   int
	lastDone int // the number of the write that succeeded last

	log []string // what happened last
}

// note keeps what a failure shows.
func (l *life) note(what string) {
	if len(l.log) == 60 {
		l.log = append(l.log[:0], l.log[30:]...)
	}
	l.log = append(l.log, what)
}

const headerSize = 8

// begin opens a life of the socket; the header is its first write.
func (a *actor) begin() {
	a.nextID++
	a.life = &life{soak: a.soak, id: a.nextID, socket: a.socket, seen: map[string]int{}}
	a.lives[a.nextID] = a.life
	a.life.sent = headerSize
	a.socket.Write(fmt.Sprintf("%0*d", headerSize, a.nextID), a.life.expectCallback(true))
}

// on notes an event and holds it against those before.
func (l *life) on(event string) {
	l.step(event)
	l.seen[event]++
	l.note("<" + event + ">")
	require.False(l, l.closed, "%q after close, of %v", event, l)
	require.False(l, event == "data" && l.seen["end"] > 0, "data after end, of %v", l)
	switch event {
	case "connect", "end", "finish", "error", "close":
		require.Equal(l, 1, l.seen[event], "%q again, of %v", event, l)
	}
}

func (l *life) String() string {
	return fmt.Sprintf("socket %d, sent %d, got %d, %v\n%v", l.id, l.sent, l.got, l.seen, l.log)
}

func (l *life) onClose(hadError bool) {
	l.on("close")
	l.closed, l.closing = true, true
	if hadError || l.connected {
		require.Equal(l, l.seen["error"] == 1, hadError, "close(%v) of %v", hadError, l)
	}
	l.NextTick(func() { l.closing = false })
}

// errSoak is what destroy is given, errSoakPanic what listeners panic with.
var errSoak, errSoakPanic = errors.New("soak"), errors.New("soak panic")

func (l *life) onError(err error) {
	l.on("error")
	if errors.Is(err, errSoak) {
		return
	}
	switch code := net2.Code(err); code {
	case "ECONNRESET", "EPIPE", "ERR_STREAM_WRITE_AFTER_END", "ERR_SOCKET_CLOSED", "ERR_SOCKET_CLOSED_BEFORE_CONNECTION":
	case "ECONNREFUSED":
		require.True(l, l.ending, "%v while the servers listen", err)
	default:
		require.Fail(l, "unexpected error", "%v of %v", err, l)
	}
}

// expectCallback makes the callback of the next write.
func (l *life) expectCallback(accepted bool) func(error) {
	l.owed++
	l.writes++
	number, late, calls := l.writes, l.closed, 0
	return func(err error) {
		l.step("write callback")
		l.note(fmt.Sprint("done ", number, " ", net2.Code(err)))
		calls++
		require.Equal(l, 1, calls, "calls of the callback of write %d of %v", number, l)
		l.owed--
		if !accepted {
			require.Error(l, err, "write %d of %v", number, l)
			return
		}
		if err == nil {
			require.Greater(l, number, l.lastDone, "callbacks out of order of %v", l)
			l.lastDone = number
		}
		// Node tells a write that never saw a connection right after `close`.
		if !late && l.connected && !l.closing {
			require.False(l, l.closed, "callback of write %d after close (%v), of %v", number, err, l)
		}
	}
}

// receive checks bytes that arrived.
func (l *life) receive(b []byte) {
	for len(b) > 0 && l.got < headerSize {
		l.header[l.got] = b[0]
		l.got++
		b = b[1:]
	}
	if l.got < headerSize {
		return
	}
	if l.peer == nil {
		id, err := strconv.Atoi(string(l.header[:]))
		require.NoError(l, err, "header that socket %d got", l.id)
		l.peer = l.lives[id]
		require.NotNil(l, l.peer, "peer %d of socket %d", id, l.id)
	}
	for len(b) > 0 {
		n := min(len(b), largest)
		if want := chunkAt(l.peer.id, l.got, n); !bytes.Equal(want, b[:n]) {
			at := bytes.Index(pattern, b[:min(n, 50)]) - l.peer.id*7919%patternSize
			require.Fail(l, "wrong bytes", "at %d of what socket %d sent: those of %d. %v\n\n%v", l.got, l.peer.id, at, l, l.peer)
		}
		l.got += n
		b = b[n:]
	}
	require.LessOrEqual(l, l.got, l.peer.sent, "bytes that %v\n\ngot from %v", l, l.peer)
}

// checkOver is the judgement when nothing is left of the loop.
func (l *life) checkOver() {
	require.True(l, l.closed, "never closed: %v", l)
	require.Zero(l, l.owed, "write callbacks of %d that never came, of %v", l.writes, l)
	direct := l.peer != nil && !l.relayed && !l.peer.relayed
	// A sender that had not read all itself may have closed with a reset, which behind data looks like the end.
	if direct && l.seen["end"] == 1 && l.peer.seen["finish"] == 1 && l.peer.seen["end"] == 1 {
		require.Equal(l, l.peer.sent, l.got, "bytes from one that finished, to one that saw the end: %v\n\n%v", l.peer, l)
	}
}

const (
	patternSize = 1 << 20
	largest     = 400 << 10
)

// chunkAt is what socket id sends at a position.
func chunkAt(id, pos, n int) []byte {
	at := (id*7919 + pos) % patternSize
	return pattern[at : at+n : at+n]
}

// pattern is printable, so that it survives every encoding, and goes on beyond
// patternSize with its beginning.
var pattern = func() []byte {
	rng := rand.New(rand.NewPCG(7, 7))
	b := make([]byte, patternSize+largest)
	for i := range b {
		if i < patternSize {
			b[i] = ' ' + byte(rng.IntN(95))
		} else {
			b[i] = b[i-patternSize]
		}
	}
	return b
}()
