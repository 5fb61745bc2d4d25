package net2_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/nodenet/go/net2"
)

// disturbance is what a listener does to its own socket.
type disturbance struct {
	name string
	do   func(s *net2.Socket)
}

var errDisturbed = errors.New("disturbed")

var disturbances = []disturbance{
	{"destroy", func(s *net2.Socket) { s.Destroy() }},
	{"destroy with error", func(s *net2.Socket) { s.Destroy(errDisturbed) }},
	{"destroy twice and write", func(s *net2.Socket) { s.Destroy().Destroy(errDisturbed); s.Write("too late") }},
	{"reset", func(s *net2.Socket) { s.ResetAndDestroy() }},
	{"end", func(s *net2.Socket) { s.End() }},
	{"end with a chunk", func(s *net2.Socket) { s.End("goodbye") }},
	{"write", func(s *net2.Socket) { s.Write("more") }},
	{"write much", func(s *net2.Socket) { s.Write(make([]byte, 3<<20)) }},
	{"pause and resume", func(s *net2.Socket) { s.Pause().Resume() }},
	{"pause, resume later", func(s *net2.Socket) { s.Pause(); s.Loop().SetImmediate(func() { s.Resume() }) }},
	{"read", func(s *net2.Socket) { s.Read() }},
	{"unshift", func(s *net2.Socket) {
		if !s.ReadableEnded() {
			s.Unshift("again")
		}
	}},
	{"drop all listeners of data", func(s *net2.Socket) { s.RemoveAllListeners("data"); s.Resume() }},
	{"cork and uncork", func(s *net2.Socket) { s.Cork(); s.Write("a"); s.Write("b"); s.Uncork() }},
	{"set a timeout of 0", func(s *net2.Socket) { s.SetTimeout(0) }},
	{"panic", func(s *net2.Socket) { s.SetTimeout(s.Timeout()); panic(errDisturbed) }},
}

// disturbed are the events that a listener disturbs, and who sees them; the
// callbacks of write and end count as events.
var disturbed = []struct {
	event string
	sides []string
}{
	{"connection", []string{"server"}},
	{"lookup", []string{"client"}},
	{"connectionAttempt", []string{"client"}},
	{"connect", []string{"client"}},
	{"ready", []string{"client"}},
	{"data", both},
	{"end", both},
	{"finish", both},
	{"drain", both},
	{"timeout", both},
	{"error", both},
	{"close", both},
	{"pause", both},
	{"resume", both},
	{"write callback", both},
	{"end callback", both},
}

var both = []string{"server", "client"}

// Node, too, leaves a socket half done when other listeners throw.
var mayPanic = []string{"data", "timeout", "error", "close"}

// Whatever a listener does to its own socket in whatever event: the socket
// closes once and is silent then, and nothing is left of the loop.
func TestDisturbancesInEveryEvent(t *testing.T) {
	for _, e := range disturbed {
		t.Run(e.event, func(t *testing.T) {
			defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
			for _, side := range e.sides {
				for _, d := range disturbances {
					if d.name != "panic" || slices.Contains(mayPanic, e.event) {
						t.Run(d.name+" by the "+side, func(t *testing.T) { newTalk(t, e.event, side, d).hold() })
					}
				}
			}
		})
	}
}

// talk is a conversation of two sockets, one of which disturbs it.
type talk struct {
	*rig
	event, side string
	disturbance
	done bool
	log  map[string][]string
}

func newTalk(t *testing.T, event, side string, d disturbance) *talk {
	return &talk{rig: newRig(t), event: event, side: side, disturbance: d, log: map[string][]string{}}
}

func (k *talk) hold() {
	k.OnUncaught(func(v any) {
		if v != error(errDisturbed) {
			panic(v)
		}
	})
	server := k.serve(net2.ServerOptions{}, nil)
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		k.converse(s, "server")
		k.hear(s, "server", "connection")
	})
	client := net2.NewSocket(net2.SocketOptions{Loop: k.Loop})
	client.OnClose(func(bool) { server.Close() })
	client.Connect(server.Address().Port, "localhost")
	k.converse(client, "client")
	k.run()

	require.True(k, k.done, "the %s never came to %s: %v", k.side, k.event, k.log)
	for who, events := range k.log {
		events = slices.DeleteFunc(slices.Clone(events), func(e string) bool {
			return e == "pause" || e == "resume" || strings.HasSuffix(e, "callback") // what methods bring about
		})
		require.Equal(k, "close", events[len(events)-1], "last event of the %s: %v", who, k.log)
		require.Equal(k, 1, count(events, "close"), "close of the %s: %v", who, k.log)
		require.LessOrEqual(k, count(events, "error"), 1, "error of the %s: %v", who, k.log)
	}
}

func count(list []string, what string) (n int) {
	for _, s := range list {
		if s == what {
			n++
		}
	}
	return n
}

// hear notes an event, and disturbs the first of those that are to be disturbed.
func (k *talk) hear(s *net2.Socket, who, event string) {
	k.log[who] = append(k.log[who], event)
	if who == k.side && event == k.event && !k.done {
		k.done = true
		k.do(s)
	}
}

// converse makes a socket that says much, hears all, and ends after the first
// data, or what it takes to see the event that it will disturb.
func (k *talk) converse(s *net2.Socket, who string) {
	for _, event := range []string{"lookup", "connectionAttempt", "connect", "ready", "data", "end", "finish", "drain", "timeout",
		"error", "close", "resume", "pause"} {
		s.On(event, func() { k.hear(s, who, event) })
	}
	s.Write("hello", func(error) { k.hear(s, who, "write callback") })
	s.Write(make([]byte, 1<<20))
	s.Cork()
	s.Write(make([]byte, 20_000)) // more than the high-water mark: `drain` follows
	s.Uncork()
	last := "data"
	if k.event == "timeout" {
		last = "timeout"
		if who == k.side { // the other one ends when this one does
			s.SetTimeout(time.Millisecond)
		}
	}
	s.Once(last, func() {
		if k.event == "error" && who == k.side {
			s.Destroy(errDisturbed)
		}
		if k.event == "pause" && who == k.side {
			s.Pause().Resume()
		}
		s.SetTimeout(0).End("bye", func() { k.hear(s, who, "end callback") })
	})
}
