package stream_test

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// The Go half of random_programs.js: both draw the same numbers, so they do the same to their streams.
func TestRandomPrograms(t *testing.T) {
	transcript.Run(t, "random_programs", func(x *transcript.T) {
		for seed := uint32(1); seed <= 250; seed++ {
			log := x.Track(fmt.Sprint("p", seed))
			p := newProgram(x.Loop, seed)
			p.start()
			x.AtExit(func() { log(strings.Join(p.words, " ")) })
		}
	})
}

func TestMoreRandomPrograms(t *testing.T) {
	compareWithNode(t, "random_programs.js", func(seed uint32) []string {
		l := loop.New()
		p := newProgram(l, seed)
		p.start()
		l.Run()
		return p.words
	})
}

// compareWithNode runs more programs than are recorded, against the node of this machine.
func compareWithNode(t *testing.T, script string, run func(seed uint32) []string) {
	first, count, ok := strings.Cut(os.Getenv("NODENET_PROGRAMS"), ":")
	if !ok {
		t.Skip("NODENET_PROGRAMS=first:count compares with node")
	}
	from, err := strconv.Atoi(first)
	require.NoError(t, err)
	n, err := strconv.Atoi(count)
	require.NoError(t, err)
	node := exec.CommandContext(t.Context(), "node", script)
	node.Env = append(os.Environ(), "FIRST="+first, "PROGRAMS="+count)
	// A file, for node may write less to a pipe than it was asked to.
	out, err := os.Create(t.TempDir() + "/out")
	require.NoError(t, err)
	defer out.Close()
	node.Stdout = out
	require.NoError(t, node.Run())
	output, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	wants := strings.Split(strings.TrimSuffix(string(output), "\n"), "\n")
	require.Equal(t, n, len(wants))
	for i := range wants {
		want := wants[i]
		got := fmt.Sprintf("p%d: %s", from+i, strings.Join(run(uint32(from+i)), " "))
		same := 0
		for same < min(len(want), len(got)) && want[same] == got[same] {
			same++
		}
		require.Equal(t, want[same:], got[same:], "after %s", want[:same])
	}
}

// program is one random use of one stream.
type program struct {
	l       *loop.Loop
	x       uint32
	words   []string
	budget  int
	reads   int
	n       int
	objects bool
	r       reader
	w       writer
	s       random
	data    any
	listen  func()
}

// random is what all kinds of streams have, with the methods whose type differs as functions.
type random struct {
	stream.Stream
	on, once, off func(event string, listener any)
	clear         func(event string)
	destroy       func(err ...error)
	end           func(args ...any)
	pause, resume func()
}

type reader interface {
	stream.ReadableStream
	Push(chunk any, encoding ...string) bool
	Unshift(chunk any, encoding ...string) bool
	ReadableFlowing() stream.Flowing
	ReadableAborted() bool
	ReadableDidRead() bool
}

type writer interface {
	stream.WritableStream
	Cork()
	Uncork()
	WritableCorked() int
	WritableAborted() bool
}

func newProgram(l *loop.Loop, seed uint32) *program {
	p := &program{l: l, x: seed * 2654435761, budget: 30, reads: 12}
	p.data = func(d any) {
		p.say("D", text(d))
		if p.pick(6) == 0 {
			p.op()
		}
	}
	p.listen = p.onReadable
	return p
}

func (p *program) pick(n int) int {
	p.x = p.x*1664525 + 1013904223
	return int(p.x>>16) % n
}

func (p *program) say(words ...any) {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = fmt.Sprint(w)
	}
	p.words = append(p.words, strings.Join(parts, ","))
}

func (p *program) chunk() string {
	c := string(rune('a' + p.n%26))
	p.n++
	return strings.Repeat(c, 1+p.pick(5))
}

func (p *program) later(fn func()) {
	switch p.pick(4) {
	case 0:
		fn()
	case 1:
		p.l.NextTick(fn)
	case 2:
		p.l.SetImmediate(fn)
	case 3:
		p.l.QueueMicrotask(fn)
	}
}

func (p *program) step(left int) {
	if left == 0 {
		return
	}
	p.op()
	p.later(func() { p.step(left - 1) })
}

func (p *program) answer(cb func(error), odds int) {
	switch p.pick(odds) {
	case 0:
		p.later(func() { cb(fail("hook")) })
	case 1:
		p.later(func() {
			cb(nil)
			cb(nil)
		})
	default:
		p.later(func() { cb(nil) })
	}
}

func (p *program) onReadable() {
	p.say("readable", p.r.ReadableLength())
	switch n := p.pick(4); {
	case n < 2:
		for more := true; more; {
			if p.budget--; p.budget < 0 {
				break
			}
			v := p.r.Read()
			p.say("read", text(v))
			more = v != nil
		}
	case n == 2:
		p.op()
	}
}

func (p *program) onRead() {
	p.say("R")
	push := func() { p.say("push", p.r.Push(p.chunk())) }
	if p.reads--; p.reads < 0 {
		p.say("eof", p.r.Push(nil))
		return
	}
	switch p.pick(9) {
	case 0, 1, 2:
		push()
	case 3, 4:
		p.later(push)
	case 5:
		push()
		push()
	case 6:
		p.say("push", p.r.Push(""))
	case 7:
		if p.pick(6) == 0 {
			panic(fail("read"))
		}
	case 8:
		if p.pick(3) == 0 {
			p.say("eof", p.r.Push(nil))
		}
	}
}

func (p *program) op() {
	if p.budget--; p.budget < 0 {
		return
	}
	if p.r != nil && (p.w == nil || p.pick(2) == 0) {
		p.readOp()
	} else {
		p.writeOp()
	}
	p.state()
}

func (p *program) state() {
	word := ""
	flags := []bool{p.s.Destroyed(), p.s.Closed()}
	if r := p.r; r != nil {
		word += fmt.Sprintf("%v:%d:", r.ReadableFlowing(), r.ReadableLength())
		flags = append(flags, r.Readable(), r.ReadableEnded(), r.ReadableAborted(), r.IsPaused(), r.ReadableDidRead())
	}
	if w := p.w; w != nil {
		word += fmt.Sprintf("%d:%d:", w.WritableLength(), w.WritableCorked())
		flags = append(flags, w.Writable(), w.WritableEnded(), w.WritableFinished(), w.WritableNeedDrain(),
			p.r == nil && w.WritableAborted())
	}
	for _, f := range flags {
		word += map[bool]string{false: "0", true: "1"}[f]
	}
	p.say(word)
}

func (p *program) readOp() {
	r, s := p.r, p.s
	switch n := p.pick(20); n {
	case 0, 1, 2:
		p.say("on data")
		s.on("data", p.data)
	case 3:
		p.say("off data")
		s.off("data", p.data)
	case 4:
		p.say("once data")
		s.once("data", p.data)
	case 5:
		p.say("on readable")
		s.on("readable", p.listen)
	case 6:
		p.say("off readable")
		s.off("readable", p.listen)
	case 7:
		p.say("once readable")
		s.once("readable", p.listen)
	case 8:
		p.say("pause()")
		s.pause()
	case 9, 10:
		p.say("resume()")
		s.resume()
	default:
		p.takeOp(n, r)
	}
}

func (p *program) takeOp(n int, r reader) {
	switch n {
	case 11, 12:
		p.say("read", text(r.Read()))
	case 13:
		n := p.pick(7)
		p.say(fmt.Sprint("read", n), text(r.Read(n)))
	case 14:
		p.say("read0", text(r.Read(0)))
	case 15:
		p.say("push", r.Push(p.chunk()))
	case 16:
		p.say("unshift", r.Unshift(p.chunk()))
	case 17:
		if p.pick(3) == 0 {
			p.say("eof", r.Push(nil))
		}
	case 18:
		if p.pick(2) == 0 {
			p.say("clear")
			p.s.clear([]string{"data", "readable"}[p.pick(2)])
		}
	case 19:
		p.destroy()
	}
}

func (p *program) callback() func(error) {
	n := p.n
	return func(err error) {
		p.say("cb", n, message(err))
		if err == nil && p.pick(4) == 0 {
			p.op()
		}
	}
}

func (p *program) writeOp() {
	w := p.w
	switch p.pick(14) {
	case 0, 1, 2, 3:
		c := p.chunk()
		p.say("write", w.Write(c))
	case 4, 5, 6:
		c := p.chunk()
		p.say("write", w.Write(c, p.callback()))
	case 7:
		p.say("write", w.Write(""))
	case 8, 9:
		p.say("cork")
		w.Cork()
	case 10, 11:
		p.say("uncork")
		w.Uncork()
	case 12:
		if p.pick(2) == 0 {
			p.end()
		}
	case 13:
		p.destroy()
	}
}

func (p *program) end() {
	switch p.pick(3) {
	case 0:
		p.say("end")
		p.s.end()
	case 1:
		p.say("end cb")
		p.s.end(p.callback())
	case 2:
		p.say("end chunk")
		c := p.chunk()
		p.s.end(c, p.callback())
	}
}

func (p *program) destroy() {
	if p.pick(4) != 0 {
		return
	}
	var err error
	if p.pick(2) == 0 {
		err = fail("destroyed")
	}
	p.say("destroy", message(err))
	p.s.destroy(err)
}

func text(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case []byte:
		return string(v)
	}
	return fmt.Sprint(v)
}

func message(err error) string {
	if err == nil {
		return ""
	}
	if code := events.Code(err); code != "" {
		return code
	}
	return err.Error()
}
