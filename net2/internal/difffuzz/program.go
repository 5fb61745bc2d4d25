package difffuzz

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Program is what both interpreters play.
type Program struct {
	Seed   uint64 `json:"seed"`
	Server Server `json:"server"`
	Pairs  []Pair `json:"pairs"`
	Steps  []Step `json:"steps"`
	Rests  int    `json:"rests"` // how often to wait until nothing happens any more
}

// Server is the one server of a program.
type Server struct {
	HalfOpen       bool `json:"halfOpen,omitempty"`
	PauseOnConnect bool `json:"pauseOnConnect,omitempty"`
	HighWaterMark  int  `json:"highWaterMark,omitempty"`
	MaxConnections int  `json:"maxConnections,omitempty"`
	CloseAfter     int  `json:"closeAfter,omitempty"` // close in the listener of this connection; 0: never
	Unix           bool `json:"unix,omitempty"`       // listen on a path; one pair only
}

// Pair is a client and the socket that the server gets for it: actors c0 and s0, c1 and s1, …
type Pair struct {
	HalfOpen      bool   `json:"halfOpen,omitempty"` // of the client
	HighWaterMark int    `json:"highWaterMark,omitempty"`
	ClientReads   string `json:"clientReads"` // how it reads: "data", "resume", "readable" or "none"
	ServerReads   string `json:"serverReads"`
}

// Step is one operation and what sets it off. Each step runs at most once.
type Step struct {
	ID    int     `json:"id"`
	On    Trigger `json:"on"`
	Via   string  `json:"via,omitempty"` // "tick", "micro", "immediate" or "timer": not at once
	Actor string  `json:"actor"`
	Op    string  `json:"op"`
	N     int     `json:"n"`              // bytes, milliseconds, or a limit
	Arg   string  `json:"arg,omitempty"`  // encoding, event or actor
	Call  bool    `json:"call,omitempty"` // with a callback
}

// Trigger is the nth time that something happens to an actor. Event is the name of an event, "bytes" (n received in
// all), "called" (the callback of step n), "after" (right after step n), "start" (the client is made), "accepted", or
// "rest" (the nth).
type Trigger struct {
	Actor string `json:"actor,omitempty"`
	Event string `json:"event"`
	N     int    `json:"n"`
}

// String is the program, one step a line.
func (p Program) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d, %d rests, server %s\n", p.Seed, p.Rests, brief(p.Server))
	for i, pair := range p.Pairs {
		fmt.Fprintf(&b, "  pair %d %s\n", i, brief(pair))
	}
	for _, s := range p.Steps {
		fmt.Fprintf(&b, "  %d. on %s %s %d", s.ID, s.On.Actor, s.On.Event, s.On.N)
		if s.Via != "" {
			fmt.Fprintf(&b, ", via %s", s.Via)
		}
		fmt.Fprintf(&b, ": %s.%s", s.Actor, s.Op)
		if s.N != 0 {
			fmt.Fprintf(&b, " %d", s.N)
		}
		if s.Arg != "" {
			fmt.Fprintf(&b, " %s", s.Arg)
		}
		if s.Call {
			b.WriteString(" cb")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func brief(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return strings.ReplaceAll(string(text), `"`, "")
}

// Transcript is what one play of a program saw: the lines of every actor, in a fixed order of actors.
type Transcript struct {
	Seed  uint64   `json:"seed"`
	Lines []string `json:"lines"`
}

// Text is the transcript as one string.
func (t Transcript) Text() string { return strings.Join(t.Lines, "\n") }
