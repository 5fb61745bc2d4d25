package difffuzz

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// perform does one step, now.
func (x *player) perform(t *Step) {
	a := x.actors[t.Actor]
	name := fmt.Sprint(t.ID, ".", t.Op)
	switch {
	case t.Actor == "srv":
		x.performServer(a, t)
		a.say(name, x.server.Listening())
	case a.socket == nil:
		a.say(t.Op, "absent")
	case writes(t) && x.gone(a):
		a.say(name, "peer gone")
	case x.early(a, t) || ends[t.Op] && a.socket.WritableLength() > 1e6:
		a.say(name, "not now") // how far the kernel is nobody knows
	default:
		result, thrown := x.try(a, t)
		switch {
		case thrown != nil:
			a.say(name, "throws", message(thrown), a.state())
		case result != nil:
			a.say(name, result, a.state())
		default:
			a.say(name, a.state())
		}
	}
}

// writes are told apart: the turn buffer departs from Node when the peer is gone (docs/differences.md).
func writes(t *Step) bool {
	return t.Op == "write" || t.Op == "end" && t.N > 0 || t.Op == "uncork" || t.Op == "pipe"
}

// early tells of a step that would destroy a socket that connects: a write after end does. And of an end before a reset
// that waits for the connection (docs/differences.md).
func (x *player) early(a *actor, t *Step) bool {
	s := a.socket
	switch {
	case a.resets && !s.Destroyed() && (t.Op == "end" || t.Op == "destroySoon"):
		return true
	case !s.Connecting():
		return false
	case x.starting && x.path == "":
		return false
	}
	return ends[t.Op] || s.WritableEnded() && writes(t)
}

var ends = map[string]bool{"destroy": true, "destroyError": true, "reset": true, "destroySoon": true}

func (x *player) peer(a *actor) *net2.Socket {
	other := map[byte]string{'c': "s", 's': "c"}[a.name[0]] + a.name[1:]
	return x.actors[other].socket
}

// gone tells of a socket that may write, and whose peer is destroyed, was never accepted, or has another life by now.
func (x *player) gone(a *actor) bool {
	if a.socket.Destroyed() || a.socket.Connecting() || a.socket.WritableEnded() {
		return false
	}
	peer := x.peer(a)
	return peer == nil || peer.Destroyed() || x.actors["c"+a.name[1:]].calls != x.actors["s"+a.name[1:]].lives
}

func (x *player) try(a *actor, t *Step) (result any, thrown error) {
	defer func() {
		if v := recover(); v != nil {
			thrown = v.(error)
		}
	}()
	return x.ops[t.Op](x, a, a.socket, t), nil
}

func (x *player) performServer(a *actor, t *Step) {
	done := func(what string, err error, more ...any) {
		words := []any{fmt.Sprint(t.ID, ".", what), "done"}
		if err != nil {
			words[1] = message(err)
		}
		a.say(append(words, more...)...)
		x.after("called", t.ID)
	}
	switch t.Op {
	case "close":
		if t.Call {
			x.server.Close(func(err error) { done("closed", err) })
		} else {
			x.server.Close()
		}
	case "getConnections":
		x.server.GetConnections(func(err error, n int) { done("connections", err, n) })
	case "maxConnections":
		x.server.SetMaxConnections(t.N)
	case "ref":
		x.server.Ref()
	case "unref":
		x.server.Unref()
	}
}

// text is n letters of step id; the odd one is not ASCII.
func text(t *Step) string {
	letter := string(rune('a' + t.ID%26))
	if t.Arg == "utf8" {
		return strings.Repeat("é", t.N>>1) + strings.Repeat(letter, t.N&1)
	}
	return strings.Repeat(letter, t.N)
}

func (x *player) callback(a *actor, t *Step) []func(error) {
	if !t.Call {
		return nil
	}
	return []func(error){func(err error) {
		what := "ok"
		if err != nil {
			what = message(err)
		}
		a.say(fmt.Sprint(t.ID, ".called"), what, a.state())
		x.after("called", t.ID)
	}}
}

type operation func(x *player, a *actor, s *net2.Socket, t *Step) any

// quiet makes an operation of one that has nothing to tell.
func quiet(do func(s *net2.Socket, t *Step)) operation {
	return func(_ *player, _ *actor, s *net2.Socket, t *Step) any { do(s, t); return nil }
}

// operations are what interp.js has under the same names.
func operations() map[string]operation {
	all := readOperations()
	maps.Copy(all, writeOperations())
	return all
}

func writeOperations() map[string]operation {
	return map[string]operation{
		"write": func(x *player, a *actor, s *net2.Socket, t *Step) any {
			a.wroteEarly = a.wroteEarly || s.Connecting()
			if t.Arg == "" {
				return s.Write([]byte(text(t)), x.callback(a, t)...)
			}
			return s.WriteEncoded(text(t), t.Arg, x.callback(a, t)...)
		},
		"end": func(x *player, a *actor, s *net2.Socket, t *Step) any {
			a.endedEarly = a.endedEarly || s.Connecting()
			var args []any
			if t.N > 0 {
				a.wroteEarly = a.wroteEarly || s.Connecting()
				args = append(args, text(t))
			}
			for _, cb := range x.callback(a, t) {
				args = append(args, cb)
			}
			s.End(args...)
			return nil
		},
		"destroy":      quiet(func(s *net2.Socket, _ *Step) { s.Destroy() }),
		"destroyError": quiet(func(s *net2.Socket, t *Step) { s.Destroy(errors.New(fmt.Sprint("own ", t.ID))) }),
		"destroySoon": func(_ *player, a *actor, s *net2.Socket, _ *Step) any {
			a.endedEarly = a.endedEarly || s.Connecting()
			s.DestroySoon()
			return nil
		},
		"reset": func(_ *player, a *actor, s *net2.Socket, _ *Step) any {
			a.resets = s.Connecting()
			if s.WritableEnded() {
				return "not now" // docs/differences.md
			}
			s.ResetAndDestroy()
			return nil
		},
		"cork":      quiet(func(s *net2.Socket, _ *Step) { s.Cork() }),
		"uncork":    quiet(func(s *net2.Socket, _ *Step) { s.Uncork() }),
		"noDelay":   quiet(func(s *net2.Socket, t *Step) { s.SetNoDelay(t.N > 0).SetNoDelay(true) }),
		"keepAlive": quiet(func(s *net2.Socket, t *Step) { s.SetKeepAlive(t.N > 0, time.Second) }),
		"ref":       quiet(func(s *net2.Socket, _ *Step) { s.Ref() }),
		"unref":     quiet(func(s *net2.Socket, _ *Step) { s.Unref() }),
		"halfOpen":  quiet(func(s *net2.Socket, t *Step) { s.SetAllowHalfOpen(t.N > 0) }),
		"setTimeout": func(x *player, a *actor, s *net2.Socket, t *Step) any {
			d := time.Duration(t.N) * time.Millisecond
			if t.Call {
				s.SetTimeout(d, func() { a.say(fmt.Sprint(t.ID, ".called"), a.state()) })
			} else {
				s.SetTimeout(d)
			}
			return nil
		},
		"connect": func(x *player, a *actor, s *net2.Socket, _ *Step) any {
			if !a.closed || a.endedEarly || a.wroteEarly { // what one life wrote may go out in the next: docs/differences.md
				return "not now"
			}
			a.closed, a.resets = false, false
			x.connect(s, int(a.name[1]-'0'))
			return nil
		},
	}
}

func readOperations() map[string]operation {
	return map[string]operation{
		"pause":       quiet(func(s *net2.Socket, _ *Step) { s.Pause() }),
		"resume":      quiet(func(s *net2.Socket, _ *Step) { s.Resume() }),
		"unshift":     quiet(func(s *net2.Socket, t *Step) { s.Unshift(text(t)) }),
		"setEncoding": quiet(func(s *net2.Socket, t *Step) { s.SetEncoding(t.Arg) }),
		"offData":     quiet(func(s *net2.Socket, _ *Step) { s.RemoveAllListeners("data") }),
		"offReadable": quiet(func(s *net2.Socket, _ *Step) { s.RemoveAllListeners("readable") }),
		"unpipe":      quiet(func(s *net2.Socket, _ *Step) { s.Unpipe() }),
		"onData":      func(_ *player, a *actor, _ *net2.Socket, _ *Step) any { a.onData(); return nil },
		"onReadable":  func(_ *player, a *actor, _ *net2.Socket, _ *Step) any { a.onReadable(); return nil },
		"onceData": func(_ *player, a *actor, s *net2.Socket, _ *Step) any {
			s.Once("data", func(b []byte) { a.take(a.seen, b) })
			return nil
		},
		"once": func(_ *player, a *actor, s *net2.Socket, t *Step) any {
			s.Once(t.Arg, func() {
				if t.Arg != "drain" || !a.fed {
					a.say(fmt.Sprint(t.ID, ".late"), t.Arg)
				}
			})
			return nil
		},
		"read": func(_ *player, a *actor, s *net2.Socket, t *Step) any {
			var c any
			if t.N > 0 {
				c = s.Read(t.N)
			} else {
				c = s.Read()
			}
			if c == nil {
				return "null"
			}
			a.take(a.seen, bytesOf(c))
			if text, ok := c.(string); ok {
				return len([]rune(text)) // the encodings here give no character of two UTF-16 units
			}
			return len(bytesOf(c))
		},
		"pipe": func(x *player, a *actor, s *net2.Socket, t *Step) any {
			to := x.actors[t.Arg]
			if to.socket == nil {
				return "absent"
			}
			to.fed, a.feeds = true, true
			to.wroteEarly = to.wroteEarly || to.socket.Connecting()
			s.Pipe(to.socket, stream.PipeOptions{NoEnd: t.N > 0})
			return nil
		},
	}
}
